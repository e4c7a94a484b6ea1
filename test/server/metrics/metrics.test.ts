import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryDatabase } from '../../support/database';
import { freePort } from '../../support/free-port';
import { builtId, runServer, startServer, type RunningServer } from '../../support/server';
import { FIRST_ANSWER, teach } from '../../support/taught';
import { startWorker } from '../../support/worker';
import { parsed, scrape, total } from './scraped';

let server: RunningServer;

afterEach(() => server.remove());

const MEASURING = { METRICS_PORT: '0', LOG_LEVEL: 'info' };

async function figuresPort(): Promise<number> {
  const said = await server.said(/"metrics":(\d+)/);
  return Number(said?.[1]);
}

/** Tells of each package that is asked for and is no part of a server on its own. */
const TELLING = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
registerHooks({ resolve: (asked, context, next) => {
  if (/prom-client|^pg$|bullmq|opentelemetry/.test(asked)) process.stderr.write('asked for ' + asked + '\\n');
  return next(asked, context);
} });`)}`;

describe('a server with METRICS_PORT', () => {
  it('shows what a lesson is made of, and nothing of who is in it', async () => {
    server = await startServer({ env: MEASURING });
    const port = await figuresPort();
    const { id, code, browser, seated, drive } = await teach(server);
    const phones = await Promise.all(['Bo', 'Cleo', 'Dora'].map((name) => seated(name)));
    const [bo, cleo] = phones;
    await drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    await Promise.all(phones.map((phone) => phone.until(({ own }) => (own?.step?.view ?? null) !== null)));
    await bo?.command(FIRST_ANSWER);
    expect(await cleo?.command({ type: 'submit', step: 7, submission: {} })).toMatchObject({ ok: false });
    await browser.get('/api/lessons/none-of-that-name');

    const samples = await scrape(port);
    expect(total(samples, 'trainoff_sockets', { role: 'phone' })).toBe(3);
    expect(total(samples, 'trainoff_sessions')).toBe(1);
    expect(total(samples, 'trainoff_shut')).toBe(0);
    expect(total(samples, 'trainoff_jobs')).toBe(0);
    expect(total(samples, 'trainoff_ack_seconds_count', { role: 'phone' })).toBe(4);
    expect(total(samples, 'trainoff_ack_seconds_count', { role: 'desk' })).toBe(2);
    expect(total(samples, 'trainoff_refused_total', { at: 'command', code: 'step-not-open' })).toBe(1);
    expect(total(samples, 'trainoff_refused_total', { at: 'request' })).toBeGreaterThan(0);
    expect(total(samples, 'trainoff_appends_total', { outcome: 'durable' })).toBeGreaterThanOrEqual(5);
    expect(total(samples, 'trainoff_commit_seconds_sum')).toBeGreaterThan(0);
    expect(total(samples, 'trainoff_journal_total', { event: 'session-started' })).toBe(1);
    expect(samples).toContainEqual({
      name: 'trainoff_journal_total',
      labels: { event: 'storage-failed' },
      value: 0,
    });
    expect(total(samples, 'trainoff_build_info', { build: builtId() })).toBe(1);
    expect(total(samples, 'process_resident_memory_bytes')).toBeGreaterThan(50e6);
    expect(total(samples, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(total(samples, 'nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0);

    const values = samples.flatMap(({ labels }) => Object.values(labels));
    const seats = phones.map(({ own }) => own?.seat ?? '');
    expect(values.filter((value) => [id, code, ...seats, 'Bo', '127.0.0.1'].includes(value))).toEqual([]);
  });

  it('counts a phone once it is gone no more, and a cpu that only grows', async () => {
    server = await startServer({ env: MEASURING });
    const port = await figuresPort();
    const { seated } = await teach(server);
    const phone = await seated('Bo');
    const before = await scrape(port);
    phone.close();
    await expect.poll(async () => total(await scrape(port), 'trainoff_sockets', { role: 'phone' })).toBe(0);
    const cpu = (samples: typeof before) => total(samples, 'process_cpu_seconds_total');
    expect(cpu(await scrape(port))).toBeGreaterThanOrEqual(cpu(before));
  });

  it('answers nothing else there', async () => {
    server = await startServer({ env: MEASURING });
    const at = `http://127.0.0.1:${await figuresPort()}`;
    const asked = [fetch(`${at}/`), fetch(`${at}/api/sessions`), fetch(`${at}/metrics`, { method: 'POST' })];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await fetch(`${server.base}/metrics`)).status).toBe(404);
  });

  it.runIf(process.platform === 'linux')('listens on loopback alone where HOST is empty', async () => {
    server = await startServer({ env: { ...MEASURING, HOST: '' } });
    const port = await figuresPort();
    expect((await fetch(`http://127.0.0.2:${server.port}/healthz`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.2:${port}/metrics`)).rejects.toThrow();
    expect(await scrape(port)).not.toEqual([]);
  });

  it('ends in good order while somebody holds a line to its figures', async () => {
    server = await startServer({ env: MEASURING });
    await fetch(`http://127.0.0.1:${await figuresPort()}/metrics`);
    expect(await server.stop()).toMatchObject({ code: 0 });
  });

  it('says in one sentence that the port is busy', async () => {
    server = await startServer();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runServer({
      env: { METRICS_PORT: String(port), DATA_DIR: `${server.dataDir}-2` },
    });
    other.close();
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is busy: end the program that has it, or choose another one with METRICS_PORT.\n`,
    });
  });
});

it('without METRICS_PORT nothing listens, and no package for it is loaded', async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info', NODE_OPTIONS: `--import=${TELLING}` } });
  await teach(server);
  expect(server.log()).not.toContain('asked for');
  expect(server.log()).not.toContain('"metrics"');
});

it('with it the package is loaded, which the test above would see', async () => {
  server = await startServer({ env: { ...MEASURING, NODE_OPTIONS: `--import=${TELLING}` } });
  await figuresPort();
  expect(server.log()).toContain('asked for @platformatic/prom-client');
});

it('a worker shows its own figures in the same way', async () => {
  server = await startServer();
  const database = await temporaryDatabase();
  const port = await freePort();
  const worker = await startWorker({ DATABASE_URL: database.url, METRICS_PORT: String(port) });
  const samples = await scrape(port);
  expect(samples).toContainEqual({ name: 'trainoff_jobs', labels: {}, value: 0 });
  expect(total(samples, 'process_resident_memory_bytes')).toBeGreaterThan(50e6);
  expect(samples.filter(({ name }) => name === 'trainoff_sockets')).toEqual([]);
  expect(await worker.stop()).toMatchObject({ code: 0 });
  await database.remove();
});

it('the reader of these tests takes no line that Prometheus would not take', () => {
  expect(() => parsed('trainoff_sockets{role="phone"} 3\nwhat is this\n')).toThrow('not a sample');
});
