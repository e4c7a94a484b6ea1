import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import { EVENT_VERSION } from '#shared/session/events';
import { temporaryDatabase } from '../../support/database';
import { lessons } from '../../support/lessons';
import { onPostgres } from '../../support/on-postgres';
import { freshToken, Player } from '../../support/player';
import { startServer, type RunningServer } from '../../support/server';
import { teach, type Taught } from '../../support/taught';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let server: RunningServer;
let taught: Taught;

beforeEach(async () => {
  database = await temporaryDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  taught = await teach(server);
});
afterEach(async () => {
  await server.remove();
  await database.remove();
});

/** What a server of a newer release does that has had the session for a moment. */
const writtenByNewer = () =>
  onPostgres(
    database.url,
    `INSERT INTO log_event (session, seq, at, version, command, body)
     SELECT session, max(seq) + 1, max(at), ${EVENT_VERSION + 1}, 'of-a-newer-build', '{"type":"of-a-newer-build"}'
     FROM log_event GROUP BY session`,
  );

const opening = () =>
  fetch(`${server.base}/socket.io/?room=${taught.code}&EIO=4&transport=polling`).then(({ status }) => status);

it('a session that only a newer build can read is for a server of that build: nobody is told that it is broken', async () => {
  await writtenByNewer();
  expect(await taught.phone().arrived()).toBe('server-moved');
  expect(await opening()).toBe(503);
  expect((await fetch(`${server.base}/doorz?room=${taught.code}`)).status).toBe(503);
  expect((await fetch(`${server.base}/doorz?room=000000`)).status).toBe(200);
  expect(await taught.phone().arrived()).toBe('websocket error');
  const listed = (await taught.browser.get('/api/sessions')).body;
  expect(JSON.stringify(listed)).not.toContain('"putAside":true');
  expect(server.log().match(/"event":"[\w-]+"/g)).toEqual(['"event":"session-newer"']);
  expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
});

it('one that is here when a newer build writes to it is left to that build within seconds', async () => {
  const phone = await taught.seated('Bo');
  await writtenByNewer();
  await phone.until(({ bye }) => bye !== null);
  expect(phone.bye).toEqual({ code: 'server-moved' });
  expect(await taught.phone().arrived()).toBe('server-moved');
});

it('other sessions are played here meanwhile', async () => {
  await writtenByNewer();
  expect(await taught.phone().arrived()).toBe('server-moved');
  const { browser, build, code: newer } = taught;
  await browser.post('/api/sessions', { lesson: lessons[0]?.id });
  const cards = (await browser.get('/api/sessions')).body as SessionCard[];
  const { code = '' } = cards.find((card) => card.code !== newer) ?? {};
  const phone = new Player(server.base, { role: 'phone', code, token: freshToken() }, { build });
  expect(await phone.arrived()).toBeNull();
  phone.close();
});
