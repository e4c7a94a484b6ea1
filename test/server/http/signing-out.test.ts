import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskView, PhoneView } from '#shared/session/views';
import { ADA, startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { freshToken, Player } from '../../support/player';
import { roomCode } from '../../support/room-code';
import { sql } from '../../support/sql';
import { lessons } from '../../support/lessons';

let server: Running;
let ada: Browser;
let id: string;
let code: string;
const players: { close: () => void }[] = [];

beforeEach(async () => {
  server = await startApp();
  ada = await server.teacher();
  ({ id } = (await ada.post('/api/sessions', { lesson: lessons[0]?.id })).body as { id: string });
  code = await roomCode(ada, id);
});

afterEach(async () => {
  for (const player of players.splice(0)) player.close();
  await server.stop();
});

const keep = <P extends { close: () => void }>(player: P): P => {
  players.push(player);
  return player;
};

async function deskOf(browser: Browser, session = id, room = code): Promise<Player<DeskView>> {
  const headers = { cookie: browser.cookie, origin: server.base };
  const desk = keep(new Player<DeskView>(server.base, { role: 'desk', session, code: room }, { headers }));
  expect(await desk.arrived()).toBeNull();
  await desk.until(({ common, roster }) => common !== null && roster.length > 0);
  return desk;
}

async function join(name: string, room = code): Promise<void> {
  const phone = keep(new Player<PhoneView>(server.base, { role: 'phone', code: room, token: freshToken() }));
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
}

async function signedIn(): Promise<Browser> {
  const browser = server.browser();
  await browser.post('/api/sign-in', ADA);
  return browser;
}

/** What a desk was shown, to compare before with after. */
const heard = ({ frames, roster, pulse }: Player<DeskView>) => [frames.length, roster.length, pulse];

async function isSignedOut(desk: Player<DeskView>): Promise<void> {
  await desk.until(({ bye }) => bye !== null);
  expect(desk.bye).toEqual({ code: 'signed-out' });
}

/** Another desk sees names and a right answer; this one hears nothing of it. */
async function hearsNothing(desk: Player<DeskView>, other: Player<DeskView>): Promise<void> {
  const before = heard(desk);
  await join('Mira');
  await other.until(({ roster }) => roster.some(({ rows }) => rows.some(({ name }) => name === 'Mira')));
  await other.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await other.command({ type: 'open', step: 0 });
  await other.until(({ common }) => common?.answer != null);
  expect(heard(desk)).toEqual(before);
}

it('an open desk is told at once that its browser has signed out, and hears nothing more', async () => {
  const other = await signedIn();
  const [mine, theirs] = [await deskOf(ada), await deskOf(other)];
  await ada.post('/api/sign-out');
  await isSignedOut(mine);
  await hearsNothing(mine, theirs);
});

it('signing out everywhere ends every other browser’s desks, and leaves one’s own open', async () => {
  const other = await signedIn();
  const [mine, theirs] = [await deskOf(ada), await deskOf(other)];
  await ada.post('/api/sign-out-elsewhere');
  await isSignedOut(theirs);
  await hearsNothing(theirs, mine);
});

it('a rehearsal’s desk ends with its sign-in too', async () => {
  const { body } = await ada.post('/api/rehearsals', { lesson: lessons[0]?.id });
  const { id: rehearsal } = body as { id: string };
  const room = ((await ada.get('/api/rehearsals')).body as { code: string }[])[0]?.code ?? '';
  const desk = await deskOf(ada, rehearsal, room);
  await ada.post('/api/sign-out');
  await isSignedOut(desk);
});

it('another sign-in in the same browser ends the desks of the one before', async () => {
  const desk = await deskOf(ada);
  await ada.post('/api/sign-in', ADA);
  await isSignedOut(desk);
});

it('a sign-in that expires, or that somebody else has ended in the database, ends its desks within a second or two', async () => {
  const desk = await deskOf(ada);
  sql(server.dataDir, 'UPDATE SignIn SET expiresAt = ?', '2020-01-01T00:00:00.000+00:00');
  await isSignedOut(desk);
});

it('a desk that comes in while its sign-in ends is sent away', async () => {
  const headers = { cookie: ada.cookie, origin: server.base };
  const desks = Array.from({ length: 8 }, () =>
    keep(new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { headers })),
  );
  const arrived = Promise.all(desks.map((desk) => desk.arrived()));
  await ada.post('/api/sign-out');
  const outcomes = await arrived;
  for (const [i, desk] of desks.entries()) if (outcomes[i] === null) await isSignedOut(desk);
});

it('the password set anew by a link ends every desk', async () => {
  const desk = await deskOf(ada);
  const link = await server.link('Ada');
  const browser = server.browser();
  const set = await browser.post('/api/new-password', { link, password: 'a new horse' });
  expect(set).toMatchObject({ status: 200, body: { teacher: { name: 'Ada' } } });
  await isSignedOut(desk);
  expect((await ada.get('/api/sessions')).status).toBe(401);
  expect((await browser.get('/api/sessions')).status).toBe(200);
});
