import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type Running } from '../../support/app';
import { logSql } from '../../support/sql';

let server: Running;

beforeEach(async () => {
  server = await startApp();
});

afterEach(() => server.stop());

const file = (name: string) => join(server.dataDir, name);
const ready = () => server.browser().get('/readyz');

it('a server is ready as long as its database answers and its log takes commits', async () => {
  expect(await ready()).toMatchObject({ status: 200, body: { ok: true } });
});

it('asking makes the log no longer, however often', async () => {
  await ready();
  const sizes = () => ['log.db', 'log.db-wal'].map((name) => statSync(file(name)).size);
  const before = sizes();
  for (let asked = 0; asked < 100; asked++) expect((await ready()).status).toBe(200);
  expect(sizes()).toEqual(before);
});

it('a crowd that asks, at once and again, costs one commit a second', async () => {
  const commits = () =>
    (logSql(server.dataDir, 'SELECT commits FROM probe') as { commits: number }[])[0]?.commits ?? 0;
  expect(await ready()).toMatchObject({ status: 200 });
  const [before, since] = [commits(), performance.now()];
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(Array.from({ length: 50 }, ready));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  }
  expect(commits() - before).toBeLessThanOrEqual(1 + (performance.now() - since) / 1_000);
});

it('a log that takes no commits is not ready, though the process is well; and ready again once it does', async () => {
  const other = new Database(file('log.db'));
  other.exec('BEGIN IMMEDIATE');
  const answers = await Promise.all([ready(), ready(), server.browser().get('/healthz')]);
  other.exec('ROLLBACK');
  other.close();
  const refused = { status: 503, text: '{"code":"storage-failed"}' };
  expect(answers).toMatchObject([refused, refused, { status: 200, body: { ok: true } }]);
  expect(await ready()).toMatchObject({ status: 200 });
});
