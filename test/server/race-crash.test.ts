import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import { Browser } from '../support/browser';
import { ADA } from '../support/app';
import { freshToken, Player } from '../support/player';
import { builtId, startServer, type RunningServer } from '../support/server';
import { sqliteLog } from '../support/sqlite-log';
import { lessons } from '../support/lessons';
import { roomCode } from '../support/room-code';

const STUDENTS = 6;
const lesson = lessons.find(({ steps }) => steps.some(({ kind }) => kind === 'race'))!;
const step = lesson.steps.findIndex(({ kind }) => kind === 'race');

let server: RunningServer;
let teacher: Browser;

beforeEach(async () => {
  server = await startServer();
  teacher = new Browser(server.base);
  await teacher.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
});

afterEach(async () => {
  await server.remove();
});

const desk = (session: string, code: string) =>
  new Player<DeskView>(
    server.base,
    { role: 'desk', session, code },
    { build: builtId(), headers: { cookie: teacher.cookie, origin: server.base } },
  );
const phone = (code: string, token: string) =>
  new Player<PhoneView>(server.base, { role: 'phone', code, token }, { build: builtId() });

const configuration = (neurons: number) => ({ layers: [neurons], rate: 0.1, epochs: 20 });

it('gives every submission of a race exactly one result, although the server is killed while it trains', async () => {
  const { id } = (await teacher.post('/api/sessions', { lesson: lesson.id })).body as { id: string };
  const code = await roomCode(teacher, id);
  const first = desk(id, code);
  expect(await first.arrived()).toBeNull();
  const tokens = Array.from({ length: STUDENTS }, freshToken);
  const phones = tokens.map((token) => phone(code, token));
  for (const [i, player] of phones.entries()) {
    expect(await player.arrived()).toBeNull();
    expect(await player.command({ type: 'join', name: `Seat ${i}` })).toMatchObject({ ok: true });
  }
  const drive = async (player: Player<DeskView>, ...requests: DeskRequest[]) => {
    for (const request of requests) expect(await player.command(request)).toMatchObject({ ok: true });
  };
  await drive(first, { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } }, { type: 'open', step });
  const acks = await Promise.all(
    phones.map((player, i) => player.command({ type: 'submit', step, submission: configuration(i + 1) })),
  );
  expect(acks.every(({ ok }) => ok)).toBe(true);
  await server.kill();
  await server.restart();
  const again = tokens.map((token) => phone(code, token));
  await Promise.all(again.map((player) => player.until(({ own }) => own?.step?.runs[0]?.state === 'done')));
  const second = desk(id, code);
  await drive(second, { type: 'close', step }, { type: 'reveal', step });
  await Promise.all(again.map((player) => player.until(({ own }) => (own?.step?.result ?? null) !== null)));
  for (const player of [...phones, ...again, first, second]) player.close();
  await server.stop();
  const log = await sqliteLog(server.dataDir);
  const events = (await log.read(id)).map(({ event }) => event);
  await log.close();
  const keys = (type: 'submitted' | 'job-finished' | 'job-failed') =>
    events.flatMap((event) => (event.type === type && event.job ? [event.job.key] : [])).sort();
  expect(keys('submitted')).toHaveLength(STUDENTS);
  expect(keys('job-finished')).toEqual(keys('submitted'));
  expect(keys('job-failed')).toEqual([]);
});
