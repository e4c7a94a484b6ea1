import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import { ADA } from '../support/app';
import { Browser } from '../support/browser';
import { lessonOf, picks, single } from '../support/lesson';
import { freshToken, Player } from '../support/player';
import { roomCode } from '../support/room-code';
import { builtId, startServer, type RunningServer } from '../support/server';

/** Two words to read and five seconds: 6.8 s until the close. */
const short = lessonOf(single({ seconds: 5, title: { en: 'One' }, task: { en: 'Choose' } }));
/** The laptop sleeps beyond that, and shorter than what ends a phone's connection, ms. */
const NAP = 7_000;

let server: RunningServer;
let teacher: Browser;

beforeEach(async () => {
  server = await startServer();
  teacher = new Browser(server.base);
  await teacher.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
});

afterEach(() => server.remove());

it('a server whose laptop slept gives an open step its time back, tells whoever stayed, and takes the answer', async () => {
  const { id } = (await teacher.post('/api/sessions', { document: short })).body as { id: string };
  const code = await roomCode(teacher, id);
  const given = { build: builtId(), headers: { cookie: teacher.cookie, origin: server.base } };
  const desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, given);
  const identity = { role: 'phone', code, token: freshToken() } as const;
  const phone = new Player<PhoneView>(server.base, identity, { build: builtId() });
  await Promise.all([desk.arrived(), phone.arrived()]);
  expect(await phone.command({ type: 'join', name: 'Bea' })).toMatchObject({ ok: true });
  const requests: DeskRequest[] = [
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
    { type: 'open', step: 0 },
  ];
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
  await phone.until(({ common }) => common?.step?.phase === 'open');
  const { now: opened = NaN } = phone.frames.at(-1) ?? {};
  const shown = phone.frames.length;

  process.kill(server.pid(), 'SIGSTOP');
  const answered = phone.command({ type: 'submit', step: 0, submission: picks('a') });
  await pause(NAP);
  process.kill(server.pid(), 'SIGCONT');

  expect(await answered).toMatchObject({ ok: true });
  await phone.until(({ frames }) => frames.slice(shown).some(({ whole }) => whole));
  const woken = phone.frames.filter(({ whole }) => whole).at(-1);
  expect((woken?.now ?? NaN) - opened).toBeLessThan(NAP / 2);
  expect(phone.common?.step?.phase).toBe('open');
  expect(phone.common?.step?.countdown?.deadline).toBeGreaterThan((woken?.now ?? NaN) + 4_000);
  desk.close();
  phone.close();
});
