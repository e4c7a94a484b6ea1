import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Started } from '#shared/api';
import type { LessonCard } from '#shared/lessons/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { DeskView } from '#shared/session/views';
import { ADA } from '../../support/app';
import { Browser } from '../../support/browser';
import { gate, lessonOf, single } from '../../support/lesson';
import { Player } from '../../support/player';
import { roomCode } from '../../support/room-code';
import { builtId, startServer, type RunningServer } from '../../support/server';
import { sqliteLog } from '../../support/sqlite-log';

let server: RunningServer;
let teacher: Browser;

beforeEach(async () => {
  server = await startServer();
  teacher = new Browser(server.base);
  await teacher.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
});
afterEach(() => server.remove());

const PATH = '/api/own-lessons/mine';
const began: Lesson = { ...lessonOf(single(), gate()), id: 'mine' };
const edited: Lesson = {
  ...{ ...began, title: { it: 'Un’altra' } },
  steps: [gate({ id: 'other', title: { it: 'Altro' } }), single({ title: { it: 'Riscritto' } })],
};

/** Titles of the steps, and the words of the one on stage, as the desk of a session shows them. */
async function shown(session: string): Promise<unknown> {
  const code = await roomCode(teacher, session);
  const headers = { cookie: teacher.cookie };
  const desk = new Player<DeskView>(
    server.base,
    { role: 'desk', session, code },
    { build: builtId(), headers },
  );
  await desk.until(({ common }) => common !== null);
  const { stations, step } = desk.common as DeskView;
  desk.close();
  return { titles: stations.map(({ title }) => title), task: step?.task };
}

async function toFirstStep(session: string): Promise<void> {
  const code = await roomCode(teacher, session);
  const headers = { cookie: teacher.cookie };
  const desk = new Player<DeskView>(
    server.base,
    { role: 'desk', session, code },
    { build: builtId(), headers },
  );
  await desk.arrived();
  const to = { at: 'step', step: 0 } as const;
  expect(await desk.command({ type: 'go', from: { at: 'lobby' }, to })).toMatchObject({ ok: true });
  desk.close();
}

it('an edit while a session runs changes nothing in it, nor does a deletion, also after the server was killed', async () => {
  await teacher.post('/api/own-lessons', { document: began });
  const { id } = (await teacher.post('/api/sessions', { lesson: 'mine' })).body as Started;
  await toFirstStep(id);
  const before = await shown(id);
  expect(before).toEqual({
    ...{ titles: began.steps.map(({ title }) => title), task: began.steps[0]?.task },
  });

  expect((await teacher.put(PATH, { document: edited, from: 1 })).status).toBe(200);
  expect(await shown(id)).toEqual(before);
  await server.kill();
  await server.restart();
  expect(await shown(id)).toEqual(before);
  const card = ((await teacher.get('/api/lessons')).body as LessonCard[]).find(({ own }) => own);
  expect(card).toMatchObject({ id: 'mine', title: edited.title, own: { number: 2 } });
  expect((await teacher.post(`${PATH}/delete`)).status).toBe(200);
  await server.kill();
  await server.restart();
  expect(await shown(id)).toEqual(before);

  await server.stop();
  const log = await sqliteLog(server.dataDir);
  const [first] = await log.read(id);
  await log.close();
  expect(first?.event).toMatchObject({ type: 'session-created', lesson: began });
});
