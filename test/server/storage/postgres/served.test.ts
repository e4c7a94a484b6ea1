import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDatabase } from '../../../support/database';
import { onPostgres } from '../../../support/on-postgres';
import { temporaryFolder } from '../../../support/folder';
import { freshToken } from '../../../support/player';
import { runServer, startServer, type RunningServer } from '../../../support/server';
import { FIRST_ANSWER, teach } from '../../../support/taught';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let server: RunningServer;

beforeEach(async () => {
  database = await temporaryDatabase();
});
afterEach(() => database.remove());

describe('a server with DATABASE_URL=postgres://', () => {
  beforeEach(async () => {
    server = await startServer({ env: { DATABASE_URL: database.url } });
  });
  afterEach(() => server.remove());

  it('plays a lesson, is killed, goes on where it was, and is looked back at', async () => {
    const taught = await teach(server);
    const token = freshToken();
    const student = await taught.seated('Mira', token);
    await taught.drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    await student.until(({ own }) => own?.step != null);
    expect(await student.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    student.close();
    await server.kill();
    await server.restart();
    const again = taught.phone(token);
    await again.until(({ own }) => own !== null);
    expect(again.own?.name).toBe('Mira');
    expect(await again.command(FIRST_ANSWER)).toMatchObject({ ok: false, code: 'already-answered' });
    await taught.drive({ type: 'close', step: 0 }, { type: 'reveal', step: 0 }, { type: 'end' });
    again.close();
    const { browser, id } = taught;
    expect((await browser.get('/api/sessions')).body).toMatchObject([{ id, students: 1 }]);
    const review = await browser.get(`/api/sessions/${id}/review`);
    expect(JSON.stringify(review.body)).toContain('Mira');
    const [files] = await onPostgres(database.url, 'SELECT count(*)::int AS events FROM log_event');
    expect(files?.events).toBeGreaterThan(5);
  });

  it('keeps nothing of it in its folder but its own lock and key', async () => {
    await (await teach(server)).seated('Mira').then((student) => student.close());
    expect(readdirSync(server.dataDir).filter((name) => !name.startsWith('lock.db'))).toEqual([
      'rehearsal.key',
    ]);
  });

  it('erases a student for everybody who asks the database', async () => {
    const taught = await teach(server);
    const student = await taught.seated('Zoroastra');
    const seat = student.own?.seat ?? '';
    student.close();
    const names = () => onPostgres(database.url, 'SELECT text FROM log_personal');
    expect(await names()).toEqual([{ text: 'Zoroastra' }]);
    const erased = await taught.browser.post(`/api/sessions/${taught.id}/students/${seat}/erase`, null);
    expect(erased.status).toBe(200);
    expect(await names()).toEqual([]);
  });
});

describe('a server that cannot use its database', () => {
  it('says so in one sentence, without the password', async () => {
    const url = new URL(database.url);
    url.pathname = '/nowhere';
    const { path, remove } = temporaryFolder();
    const { code, output } = await runServer({ dataDir: path, env: { DATABASE_URL: url.href } });
    remove();
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The database at 127\.0\.0\.1:\d+\/nowhere cannot be used \(.*nowhere.*\): .*DATABASE_URL.*\.\n$/,
    );
    expect(output).not.toContain(url.password);
  });
});

/** The packages that a server has loaded by the time it ends, as V8 tells it. */
async function loaded(env: Readonly<Record<string, string>>): Promise<string[]> {
  const { path, remove } = temporaryFolder();
  const told = join(path, 'told');
  mkdirSync(told);
  const started = await startServer({ env: { ...env, NODE_V8_COVERAGE: told } });
  await teach(started);
  await started.stop();
  const files = readdirSync(told).map((name) => readFileSync(join(told, name), 'utf8'));
  await started.remove();
  remove();
  const names = files.join('\n').matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g);
  return [...new Set([...names].flatMap(([, name]) => name ?? []))];
}

/** What a server loads for its database, for a queue, and for a queue that is in a Redis. */
const FOR_POSTGRES = ['pg', 'pg-pool', 'pg-protocol', '@prisma/adapter-pg'];
const FOR_QUEUES = ['bullmq', 'cron-parser', 'msgpackr'];
const FOR_REDIS = ['ioredis'];

it('nothing of PostgreSQL or of a queue is loaded by a server that has none', async () => {
  const without = await loaded({});
  expect(without).toContain('fastify');
  expect(without.filter((name) => [...FOR_POSTGRES, ...FOR_QUEUES, ...FOR_REDIS].includes(name))).toEqual([]);
});

it('nothing of a queue is loaded by a server whose threads train beside a PostgreSQL', async () => {
  const names = await loaded({ DATABASE_URL: database.url });
  expect(names).toEqual(expect.arrayContaining(FOR_POSTGRES));
  expect(names.filter((name) => [...FOR_QUEUES, ...FOR_REDIS].includes(name))).toEqual([]);
});

it('nothing of Redis is loaded by a server whose queue is in its PostgreSQL', async () => {
  const names = await loaded({ DATABASE_URL: database.url, JOBS: 'queue' });
  expect(names).toEqual(expect.arrayContaining([...FOR_POSTGRES, 'bullmq']));
  expect(names.filter((name) => FOR_REDIS.includes(name))).toEqual([]);
});
