import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Addresses, RehearsalCard } from '#shared/api';
import type { DeskView, ScreenView } from '#shared/session/views';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { lessonOf, single } from '../../support/lesson';
import { lessons } from '../../support/lessons';
import { Player } from '../../support/player';

let server: Running;
let teacher: Browser;
let players: { close: () => void }[];

beforeEach(async () => {
  players = [];
  server = await startApp();
  teacher = await server.teacher();
});

afterEach(async () => {
  for (const player of players) player.close();
  await server.stop();
});

const [lesson] = lessons;
const begin = async (body: object = { lesson: lesson?.id }) => teacher.post('/api/rehearsals', body);
const running = async () => (await teacher.get('/api/rehearsals')).body as RehearsalCard[];
const idOf = ({ body }: Awaited<ReturnType<typeof begin>>) => (body as { id: string }).id;

async function deskOf(session: string) {
  const addresses = (await teacher.get(`/api/sessions/${session}/desk`)).body as Addresses;
  const headers = { cookie: teacher.cookie, origin: server.base };
  const { code, screenPath } = addresses;
  const desk = new Player<DeskView>(server.base, { role: 'desk', session, code }, { headers });
  const key = screenPath.split('=')[1] ?? '';
  const screen = new Player<ScreenView>(server.base, { role: 'screen', session, code, key });
  players.push(desk, screen);
  for (const player of [desk, screen]) {
    expect(await player.arrived()).toBeNull();
    await player.until(({ common }) => common !== null);
  }
  return { desk, screen };
}

it('begins with one request, says what it is on desk and projector, and fills by itself', async () => {
  const id = idOf(await begin());
  const { desk, screen } = await deskOf(id);
  expect([desk.common?.rehearsal, screen.common?.rehearsal]).toEqual([true, true]);
  await desk.until(({ pulse }) => (pulse?.here ?? 0) > 1);
  expect(await running()).toEqual([{ id, code: desk.common?.code, title: lesson?.title }]);
});

it('has the code that its address asked for, or else any', async () => {
  const asked = async (query: string) => {
    const id = idOf(await teacher.post(`/api/rehearsals?${query}`, { lesson: lesson?.id }));
    const cards = (await teacher.get('/api/rehearsals')).body as RehearsalCard[];
    return cards.find((card) => card.id === id)?.code;
  };
  expect(await asked('room=314159')).toBe('314159');
  for (const room of ['room=31415', 'room=031415', 'room=nobody', 'room=314159&room=271828', ''])
    expect(await asked(room)).toMatch(/^[1-9]\d{5}$/);
});

it('leaves no trace: not in the list, not in the review, not on the disk, also after its end', async () => {
  const id = idOf(await begin());
  const { desk } = await deskOf(id);
  await desk.until(({ pulse }) => (pulse?.here ?? 0) > 1);
  const name = desk.roster.flatMap(({ rows }) => rows)[0]?.name ?? '';
  expect((await teacher.get('/api/sessions')).body).toEqual([]);
  expect((await teacher.get(`/api/sessions/${id}/review`)).body).toEqual({ code: 'unknown-session' });
  expect(await desk.command({ type: 'end' })).toMatchObject({ ok: true });
  await desk.until(({ common }) => common?.stage.at === 'ended');
  expect(desk.common?.undoUntil).toBeNull();
  expect([await running(), (await teacher.get('/api/sessions')).body]).toEqual([[], []]);
  expect((await teacher.get(`/api/sessions/${id}/desk`)).body).toEqual({ code: 'unknown-session' });
  const bytes = ['log.db', 'log.db-wal'].map((file) => readFileSync(join(server.dataDir, file), 'latin1'));
  expect(name).not.toBe('');
  for (const text of [id, `"${name}"`]) expect(bytes.some((file) => file.includes(text))).toBe(false);
});

it('is gone with the server', async () => {
  const id = idOf(await begin());
  await server.app.close();
  const again = await startApp({ folder: server.dataDir });
  expect(again.app.running).toBe(0);
  const browser = again.browser();
  for (const [name, value] of teacher.cookies) browser.cookies.set(name, value);
  expect((await browser.get('/api/rehearsals')).body).toEqual([]);
  expect((await browser.get(`/api/sessions/${id}/desk`)).body).toEqual({ code: 'unknown-session' });
  await again.stop();
});

it('can be of a lesson of the teacher’s own, and is refused what cannot be played', async () => {
  expect((await begin({ document: lessonOf(single()) })).status).toBe(200);
  expect((await begin({ lesson: 'none' })).body).toEqual({ code: 'unknown-lesson' });
  expect((await begin({ document: {} })).body).toMatchObject({ code: 'lesson-invalid' });
  expect((await begin({})).body).toEqual({ code: 'bad-packet' });
});

it('is for a signed-in teacher alone', async () => {
  const stranger = server.browser();
  const signedOut = { code: 'signed-out' };
  expect((await stranger.post('/api/rehearsals', { lesson: lesson?.id })).body).toEqual(signedOut);
  expect((await stranger.get('/api/rehearsals')).body).toEqual(signedOut);
});
