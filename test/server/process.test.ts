import Database from 'better-sqlite3';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import { Browser } from '../support/browser';
import { selfSigned } from '../support/certificate';
import { temporaryFolder } from '../support/folder';
import { freshToken, Player } from '../support/player';
import { builtId, runServer, startServer, type RunningServer } from '../support/server';
import { lessons } from '../support/lessons';

const own = temporaryFolder();
let server: RunningServer | null = null;

afterEach(async () => {
  await server?.remove();
  server = null;
  own.remove();
});

const ADA = { name: 'Ada', password: 'correct horse' };

describe('a server that starts', () => {
  it('says where phones go and prints a link for the first teacher, a new one at each start', async () => {
    server = await startServer();
    const first = server.firstLink();
    expect(server.output()).toContain(`Trainoff is running at ${server.base}`);
    expect(server.output()).toMatch(/█▀▀▀▀▀█/);
    expect(first).toMatch(/^[\w-]{43}$/);

    await server.stop();
    await server.restart();

    const second = server.firstLink();
    expect(second).not.toBe(first);
    const browser = new Browser(server.base);
    const stale = await browser.post('/api/first-teacher', { link: first, ...ADA });
    expect(stale.body).toEqual({ code: 'link-used' });
    expect((await browser.post('/api/first-teacher', { link: second, ...ADA })).status).toBe(200);
  });

  it('speaks https with a certificate', async () => {
    const folder = temporaryFolder();
    const { cert, key } = selfSigned(folder.path);
    server = await startServer({ env: { TLS_CERT: cert, TLS_KEY: key } });
    expect(server.base).toMatch(/^https:/);
    expect((await new Browser(server.base).get('/healthz')).body).toEqual({ ok: true });
    folder.remove();
  });
});

describe('a server that cannot start says why in one sentence and ends with 1:', () => {
  const sentence = async (given: Parameters<typeof runServer>[0]) => {
    const { code, output } = await runServer(given);
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output;
  };

  it('a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await sentence({ port, dataDir: join(own.path, 'a') })).toContain(`Port ${port} is busy`);
    other.close();
  });

  it('a data folder that another server uses', async () => {
    server = await startServer();
    const said = await sentence({ dataDir: server.dataDir });
    expect(said).toContain(`Another server is using the data folder ${server.dataDir}`);
  });

  it('a data folder that cannot be made', async () => {
    expect(await sentence({ dataDir: '/dev/null/data' })).toContain('/dev/null/data cannot be used');
  });

  it('a log that is none, or a list of sessions', async () => {
    for (const file of ['log.db', 'trainoff.db']) {
      const dataDir = join(own.path, file);
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(join(dataDir, file), 'a shopping list, and by no means a database '.repeat(99));
      expect(await sentence({ dataDir })).toContain('cannot be used (file is not a database)');
    }
  });

  it('a list of sessions that another program is writing to', async () => {
    server = await startServer();
    await server.stop();
    const other = new Database(join(server.dataDir, 'trainoff.db'));
    other.exec('BEGIN IMMEDIATE');
    const said = await sentence({ dataDir: server.dataDir });
    other.close();
    expect(said).toContain('cannot be used (Operation has timed out)');
    // It waits 5 s for the lock, more than once.
  });

  it('an environment that makes no sense', async () => {
    expect(await sentence({ env: { PORT: 'http' } })).toContain('PORT is a whole number');
  });

  it('a certificate that is none', async () => {
    const env = { TLS_CERT: 'package.json', TLS_KEY: 'package.json' };
    expect(await sentence({ env, dataDir: join(own.path, 'b') })).toContain('do not name a PEM certificate');
  });
});

describe('a server that ends', () => {
  it('at SIGTERM exits with 0 and says nothing more', async () => {
    server = await startServer();
    const said = server.output();
    expect(await server.stop()).toEqual({ code: 0, signal: null, output: said });
  });

  it('at SIGTERM ends the sockets of its phones instead of leaving them to wait', async () => {
    server = await startServer();
    const browser = new Browser(server.base);
    await browser.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
    await browser.post('/api/sessions', { lesson: lessons[0]?.id });
    const [card] = (await browser.get('/api/sessions')).body as SessionCard[];
    const build = builtId();
    const code = card?.code ?? '';
    const phone = new Player(server.base, { role: 'phone', code, token: freshToken() }, { build });
    expect(await phone.arrived()).toBeNull();

    const gone = new Promise((resolve) => phone.socket.once('disconnect', resolve));
    const ended = server.stop();

    expect(await gone).toMatch(/^(io server disconnect|transport close)$/);
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('by a pulled plug comes back at once with its teacher, their cookie and the running session', async () => {
    server = await startServer();
    const browser = new Browser(server.base);
    await browser.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
    const { body: started } = await browser.post('/api/sessions', { lesson: lessons[0]?.id });
    const before = (await browser.get('/api/sessions')).body as SessionCard[];

    expect(await server.kill()).toMatchObject({ signal: 'SIGKILL' });
    await server.restart();

    expect(server.firstLink()).toBeNull();
    expect((await browser.get('/api/sessions')).body).toEqual(before);
    expect(before).toMatchObject([{ ...(started as object), endedAt: null }]);
  });
});
