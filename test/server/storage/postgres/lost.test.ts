import { afterEach, beforeEach, expect, it } from 'vitest';
import { EVENT_VERSION } from '#shared/session/events';
import type { Entry, SessionLog } from '../../../../server/storage/log/port';
import { connect, requireDurable } from '../../../../server/storage/postgres/connect';
import { onPostgres } from '../../../support/on-postgres';
import { openPostgresLog } from '../../../support/postgres-log';
import { startPostgres } from '../../../support/postgres-server';

let own: Awaited<ReturnType<typeof startPostgres>>;
let log: SessionLog;

beforeEach(async () => {
  own = await startPostgres();
  log = await openPostgresLog(own.url);
});
afterEach(async () => {
  await log.close();
  await own.remove();
});

const entry = (session: string, seq: number): Entry => ({
  session,
  events: [{ seq, at: 0, version: EVENT_VERSION, command: `${seq}`, event: { type: 'room-locked' } }],
  claim: null,
  release: null,
});

const others = "pid <> pg_backend_pid() AND application_name = 'trainoff'";

it('a database that goes away is an append that failed, and one that comes back takes the next', async () => {
  expect((await log.append([entry('one', 1)])).outcome).toBe('durable');
  await own.server.stop();
  expect((await log.append([entry('one', 2)])).outcome).toBe('failed');
  expect(await log.probe()).toBe(false);
  await expect(log.read('one')).rejects.toThrow();
  expect(await log.erase('one', 'all')).toBe(false);
  await own.server.start();
  expect(await log.probe()).toBe(true);
  expect((await log.append([entry('one', 2)])).outcome).toBe('durable');
  expect(await log.read('one')).toHaveLength(2);
});

it('connections that are cut while many answers are under way lose none that was acked', async () => {
  await log.append([entry('cut', 1)]);
  const answers = Array.from({ length: 300 }, (_, i) => log.append([entry(`s${i}`, 1)]));
  await onPostgres(own.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
  const outcomes = (await Promise.all(answers)).map(({ outcome }) => outcome);
  for (const [i, outcome] of outcomes.entries())
    if (outcome === 'durable') expect(await log.read(`s${i}`)).toHaveLength(1);
  // Whatever was not acked is sent again, and is there once.
  for (const [i, outcome] of outcomes.entries())
    if (outcome !== 'durable')
      expect(['durable', 'conflict']).toContain((await log.append([entry(`s${i}`, 1)])).outcome);
  const [row] = await onPostgres(
    own.url,
    `SELECT count(*)::int AS events FROM log_event WHERE session LIKE 's%'`,
  );
  expect(row).toEqual({ events: 300 });
});

it('a database that crashes while answers come has every one that was acked, once it is up again', async () => {
  const outcomes: Promise<string>[] = [];
  for (let i = 0; i < 400; i++) {
    outcomes.push(log.append([entry(`s${i}`, 1)]).then(({ outcome }) => outcome));
    if (i === 200) await outcomes[0];
  }
  await own.server.crash();
  const acked = (await Promise.all(outcomes)).flatMap((outcome, i) =>
    outcome === 'durable' ? [`s${i}`] : [],
  );
  expect(acked.length).toBeGreaterThan(0);
  await own.server.start();
  const kept = new Set(
    (await onPostgres(own.url, 'SELECT session FROM log_event')).map(({ session }) => session),
  );
  expect(acked.filter((session) => !kept.has(session))).toEqual([]);
});

it('one call that the database refuses does not spoil those that share its commit', async () => {
  const bad: Entry = { ...entry('bad', 1), claim: { row: 'r', text: 'a\u0000b', folded: 'ab' } };
  const calls = [...Array.from({ length: 20 }, (_, i) => entry(`g${i}`, 1)), bad, entry('g0', 1)];
  const outcomes = await Promise.all(calls.map((one) => log.append([one])));
  expect(outcomes.slice(0, 20).every(({ outcome }) => outcome === 'durable')).toBe(true);
  expect(outcomes.slice(20)).toEqual([
    { outcome: 'failed', at: null },
    { outcome: 'conflict', at: 0 },
  ]);
});

it('a server that stands still in the middle of something holds nobody up for long', async () => {
  const stuck = await connect(own.url);
  const client = await stuck.pool.connect();
  client.on('error', () => undefined);
  await client.query('BEGIN');
  await client.query(`INSERT INTO log_event VALUES ('held', 1, 0, 1, 'theirs', '{}')`);
  const since = performance.now();
  const outcomes: string[] = [];
  const isThere = () => ['durable', 'conflict'].includes(outcomes.at(-1) ?? '');
  while (!isThere()) outcomes.push((await log.append([entry('held', 1)])).outcome);
  expect(await log.read('held')).toHaveLength(1);
  expect(performance.now() - since).toBeLessThan(15_000);
  client.release(true);
  await stuck.close();
});

it('an erasure waits for what is still being written, also by a server that has given up on it', async () => {
  await log.append([entry('one', 1)]);
  const late = await connect(own.url);
  const client = await late.pool.connect();
  await client.query('BEGIN');
  await client.query(`INSERT INTO log_personal VALUES ('one', 'row', 'Ada', 'ada')`);
  const erased = log.erase('one', ['row']);
  const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%LOCK TABLE%'`;
  await expect.poll(() => onPostgres(own.url, `${waits} AND pid <> pg_backend_pid()`)).toHaveLength(1);
  await client.query('COMMIT');
  expect(await erased).toBe(true);
  expect(await log.names('one')).toEqual(new Map());
  client.release();
  await late.close();
});

it('while a big session is erased, others go on', async () => {
  await log.append([entry('big', 1)]);
  await log.append([entry('other', 1)]);
  const holder = await connect(own.url);
  const client = await holder.pool.connect();
  await client.query('BEGIN');
  await client.query(`SELECT * FROM log_event WHERE session = 'big' FOR UPDATE`);
  const erased = log.erase('big', 'all');
  const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE FROM log_event%'`;
  await expect.poll(() => onPostgres(own.url, waits)).toHaveLength(1);
  expect((await log.append([entry('other', 2)])).outcome).toBe('durable');
  await client.query('COMMIT');
  expect(await erased).toBe(true);
  expect(await log.read('big')).toEqual([]);
  client.release();
  await holder.close();
});

it('commits are synced also where the database is told not to, and one that never syncs is refused', async () => {
  await onPostgres(own.url, 'ALTER DATABASE postgres SET synchronous_commit = off');
  const postgres = await connect(own.url);
  await expect(requireDurable(postgres)).resolves.toBeUndefined();
  await onPostgres(own.url, 'ALTER SYSTEM SET fsync = off');
  await onPostgres(own.url, 'SELECT pg_reload_conf()');
  await expect
    .poll(() => requireDurable(postgres).then(() => '', String), { timeout: 10_000 })
    .toContain('fsync is off');
  await postgres.close();
});

it('a database that does not take every letter is refused', async () => {
  const ascii = `ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`;
  await onPostgres(own.url, `CREATE DATABASE letters ${ascii}`);
  const postgres = await connect(own.url.replace(/postgres$/, 'letters'));
  await expect(requireDurable(postgres)).rejects.toThrow('its encoding is SQL_ASCII');
  await postgres.close();
});
