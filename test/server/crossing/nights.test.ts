import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import { ADA, startApp, type Running } from '../../support/app';
import { temporaryDatabase } from '../../support/database';
import { lessons } from '../../support/lessons';
import { onPostgres } from '../../support/on-postgres';
import { freshToken, Player } from '../../support/player';
import { startServer } from '../../support/server';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;

beforeEach(async () => {
  database = await temporaryDatabase();
});
afterEach(() => database.remove());

const given = () => ({ env: { DATABASE_URL: database.url, LOG_LEVEL: 'silent' } });
const ask = (...statements: string[]) => onPostgres(database.url, ...statements);

/** A session that is over for so many days, as its rows say it. */
async function past(server: Running, days: number): Promise<string> {
  const browser = server.browser();
  await browser.post('/api/sign-in', ADA);
  const { id } = (await browser.post('/api/sessions', { lesson: lessons[0]?.id })).body as { id: string };
  await ask(
    `UPDATE "Session" SET "endedAt" = now() - interval '${days} days', students = 0 WHERE id = '${id}'`,
    `DELETE FROM log_running WHERE session = '${id}'`,
  );
  return id;
}

it('what is too old is deleted once a day, by one of the servers that start, and by the next one if that was killed', async () => {
  const first = await startApp(given());
  await first.teacher();
  const [old, recent] = [await past(first, 31), await past(first, 29)];
  await first.stop();
  // It has done so at its start: on this day nobody does it again.
  const again = await startApp(given());
  await again.stop();
  const sessions = () => ask('SELECT id FROM "Session" ORDER BY id');
  expect(await sessions()).toHaveLength(2);
  await ask(`DELETE FROM "Setting" WHERE key LIKE 'done/%'`);
  const servers = await Promise.all([startApp(given()), startApp(given())]);
  await expect.poll(sessions).toEqual([{ id: recent }]);
  expect(await ask(`SELECT count(*)::int AS events FROM log_event WHERE session = '${old}'`)).toEqual([
    { events: 0 },
  ]);
  const done = await ask(`SELECT key FROM "Setting" WHERE key LIKE 'done/%' ORDER BY key`);
  expect(done.map(({ key }) => key)).toEqual(['done/anew', 'done/put-away', 'done/retention']);
  for (const server of servers) await server.stop();
});

it('a session that no server can read is in the list of all as put aside, and is erased by any', async () => {
  const one = await startApp(given());
  const ada = await one.teacher();
  const { id } = (await ada.post('/api/sessions', { lesson: lessons[0]?.id })).body as { id: string };
  const [row] = await ask(`SELECT code FROM "Session"`);
  await ask(`UPDATE log_event SET seq = 2 WHERE session = '${id}'`);
  const other = await startApp(given());
  const there = other.browser();
  await there.post('/api/sign-in', ADA);
  const listed = async (browser: typeof ada) =>
    ((await browser.get('/api/sessions')).body as SessionCard[])[0];
  // Somebody comes to one of them.
  const phone = new Player(one.base, { role: 'phone', code: String(row?.code), token: freshToken() });
  expect(await phone.arrived()).toBe('session-put-aside');
  phone.close();
  await expect.poll(() => listed(there)).toMatchObject({ id, putAside: true });
  expect((await there.post(`/api/sessions/${id}/erase`, null)).status).toBe(200);
  expect(await listed(ada)).toBeUndefined();
  const left = await ask(`SELECT key FROM "Setting" WHERE key LIKE 'aside/%'`);
  expect(left).toEqual([]);
  await other.stop();
  await one.stop();
});

it('lines of the log say which server has written them, where there may be others', async () => {
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'info', SERVER_NAME: 'north' };
  const server = await startServer({ env });
  const alone = await startServer({ env: { LOG_LEVEL: 'info' } });
  const lines = (log: string) =>
    log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines(server.log()).map(({ server: name }) => name)).toContain('north');
  expect(lines(server.log()).every(({ server: name }) => name === 'north')).toBe(true);
  expect(lines(alone.log()).length).toBeGreaterThan(0);
  expect(lines(alone.log()).some((line) => 'server' in line)).toBe(false);
  await server.remove();
  await alone.remove();
});
