import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SessionCard } from '#shared/api';
import type { DeskView } from '#shared/session/views';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { lessonOf, single } from '../../support/lesson';
import { freshToken, Player } from '../../support/player';
import { logSql, sql } from '../../support/sql';

let server: Running;
let teacher: Browser;
let id: string;
let code: string;
let phone: Player;
let desk: Player<DeskView>;

/** A session whose only step is open, with one student in it, which was ended by mistake. */
beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
  ({ id } = (await teacher.post('/api/sessions', { document: lessonOf(single()) })).body as { id: string });
  ({ code } = await card());
  phone = new Player(server.base, { role: 'phone', code, token: freshToken() });
  await phone.arrived();
  await phone.command({ type: 'join', name: 'Zoe' });
  const headers = { cookie: teacher.cookie, origin: server.base };
  desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { headers });
  await desk.arrived();
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await desk.command({ type: 'open', step: 0 });
  await desk.command({ type: 'end' });
  await phone.until(({ common }) => common?.stage.at === 'ended');
  while ((await card()).endedAt === null);
});

afterEach(async () => {
  phone.close();
  desk.close();
  await server.stop();
});

async function card(browser = teacher): Promise<SessionCard> {
  const cards = (await browser.get('/api/sessions')).body as SessionCard[];
  return cards.find((one) => one.id === id) as SessionCard;
}

it('one press brings desk, phones and the list back to where the class was', async () => {
  expect(await desk.command({ type: 'undo-end' })).toMatchObject({ ok: true });
  await phone.until(({ common }) => common?.stage.at === 'step');
  expect(phone.common?.step).toMatchObject({ index: 0, phase: 'closed' });
  expect(desk.common?.next).toEqual({ type: 'reveal', step: 0 });
  while ((await card()).endedAt !== null);
  expect(await card()).toMatchObject({ endedAt: null, meanScore: null, students: 1 });
  const late = new Player(server.base, { role: 'phone', code, token: freshToken() });
  expect(await late.arrived()).toBeNull();
  late.close();
});

it('a look back before does not hide what came after', async () => {
  const ended = async () =>
    ((await teacher.get(`/api/sessions/${id}/review`)).body as { ended: boolean }).ended;
  expect(await ended()).toBe(true);
  await desk.command({ type: 'undo-end' });
  expect(await ended()).toBe(false);
});

it('a server that dies before its list knows goes on with the session', async () => {
  await desk.command({ type: 'undo-end' });
  while ((await card()).endedAt !== null);
  sql(server.dataDir, 'UPDATE Session SET endedAt = ?, students = 1 WHERE id = ?', Date.now(), id);
  await server.app.close();
  const again = await startApp({ folder: server.dataDir });
  const browser = again.browser();
  for (const [name, value] of teacher.cookies) browser.cookies.set(name, value);
  expect(again.app.running).toBe(1);
  expect((await card(browser)).endedAt).toBeNull();
  await again.stop();
});

it('what was erased is not taken up again', async () => {
  expect((await teacher.post(`/api/sessions/${id}/erase`)).status).toBe(200);
  expect(await desk.command({ type: 'undo-end' })).toEqual({ ok: false, code: 'session-ended' });
  expect(logSql(server.dataDir, 'SELECT * FROM event WHERE session = ?', id)).toEqual([]);
  expect(logSql(server.dataDir, 'SELECT * FROM running WHERE session = ?', id)).toEqual([]);
});
