import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskView } from '#shared/session/views';
import { freshToken, Player } from '../../../support/player';
import { startPostgres } from '../../../support/postgres-server';
import { startServer, type RunningServer } from '../../../support/server';
import { FIRST_ANSWER, teach } from '../../../support/taught';

let own: Awaited<ReturnType<typeof startPostgres>>;
let server: RunningServer;

beforeEach(async () => {
  own = await startPostgres();
  server = await startServer({ env: { DATABASE_URL: own.url } });
});
afterEach(async () => {
  await server.remove();
  await own.remove();
});

it('a database that is restarted in a lesson costs nobody anything: what was refused is sent again', async () => {
  const taught = await teach(server);
  const token = freshToken();
  const student = await taught.seated('Mira', token);
  await taught.drive(
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
    { type: 'open', step: 0 },
  );
  await student.until(({ own: mine }) => mine?.step != null);
  const desk = new Player<DeskView>(
    server.base,
    { role: 'desk', session: taught.id, code: taught.code },
    { build: taught.build, headers: { cookie: taught.browser.cookie } },
  );
  await desk.arrived();
  await own.server.stop();
  const since = performance.now();
  expect(await student.command(FIRST_ANSWER)).toMatchObject({ ok: false, code: 'storage-failed' });
  const list = await taught.browser.get('/api/sessions');
  expect([list.status, list.body]).toEqual([503, { code: 'storage-failed' }]);
  expect((await taught.browser.get('/readyz')).status).toBe(503);
  expect((await taught.browser.get('/healthz')).status).toBe(200);
  // Longer than it takes until a desk's sign-in is looked at twice more.
  await expect.poll(() => performance.now() - since, { timeout: 10_000 }).toBeGreaterThan(2_500);
  await own.server.start();
  await expect.poll(async () => (await taught.browser.get('/readyz')).status, { timeout: 20_000 }).toBe(200);
  // A server that has heard nothing for three seconds sends its phones away: they come back by themselves.
  const back = student.socket.connected ? student : taught.phone(token);
  await back.until(({ own: mine }) => mine?.step != null);
  expect(await back.command(FIRST_ANSWER)).toMatchObject({ ok: true });
  back.close();
  expect((await taught.browser.get('/api/sessions')).body).toMatchObject([{ id: taught.id, students: 1 }]);
  for (const each of [student, desk]) each.close();
  const { code } = await server.stop();
  expect(code).toBe(0);
  const events = [...server.log().matchAll(/"event":"(storage-\w+)"/g)].map(([, event]) => event);
  expect(events).toEqual(['storage-failed', 'storage-recovered']);
  // Once by each that looks again and again (sign-ins, rooms, news, counts), however often that is.
  expect(server.log().match(/something failed/g)?.length).toBeLessThanOrEqual(4);
});
