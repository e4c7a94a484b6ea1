import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionCard } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { Review } from '#shared/session/review';
import type { DeskView } from '#shared/session/views';
import { gather } from '../../demo/crowd';
import { keyIn } from '../../demo/key';
import { statusOf } from '../../demo/status';
import { troubleAt } from '../../demo/trial';
import { openLog } from '../../server/storage/log/open';
import { amiss } from '../load/held-against-log';
import { drive, lead } from '../load/rehearsing';
import { startApp, type Running } from '../support/app';
import type { Browser } from '../support/browser';
import { lessons } from '../support/lessons';
import { Player } from '../support/player';
import { SEED } from '../support/session';

const STUDENTS = 12;

const network = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;
/** One step of each kind, and the proof in three parts. */
const chosen = ['programmare-o-imparare', 'prodotto-scalare', 'and', 'impossibile', 'pinguini-in-gara'];

/** A teacher's own lesson, in a language that the demo does not speak: nobody could know its steps by their titles. */
const own = (words: string) => ({ fr: words });
const { short: _short, ...whole } = network;
const lesson: Lesson = {
  ...whole,
  id: 'la-mienne',
  title: own('Ma leçon'),
  steps: network.steps
    .filter(({ id }) => chosen.includes(id))
    .map((step, i) => ({ ...step, title: own(`Étape ${i}`) })),
};

let server: Running;
let teacher: Browser;
beforeAll(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterAll(() => server.stop());

/** A session of the lesson, and how the demo finds it. */
async function session() {
  const { status, body } = await teacher.post('/api/sessions', { document: lesson });
  expect([status, body]).toEqual([200, body]);
  const { id } = body as { id: string };
  const cards = (await teacher.get('/api/sessions')).body as SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const address = { url: server.base, code, build: 'test' };
  return { id, address, rehearsal: { url: server.base, code, key: () => keyIn(keyFile()) } };
}

const keyFile = () => `${server.dataDir}/rehearsal.key`;

describe('a simulated class', () => {
  test('comes in, says what it expects, plays steps of any lesson, survives a cut, and goes home; what was shown of it is the fold of the log', async () => {
    const { id, address, rehearsal } = await session();
    const headers = { cookie: teacher.cookie, origin: server.base };
    const desk = new Player<DeskView>(
      server.base,
      { role: 'desk', session: id, code: address.code },
      { headers },
    );
    await desk.arrived();
    const crowd = gather(address, rehearsal, { students: STUDENTS, speed: 400, seed: SEED });
    await desk.until(({ pulse }) => pulse?.here === STUDENTS);
    expect(statusOf(crowd.phones)).toBe(`${STUDENTS} of ${STUDENTS} students · in the lobby`);

    const shown = await lead(desk, lesson, {
      ...{ students: STUDENTS, most: 0.5, lastCall: 0 },
      opened: () => crowd.phones[0]?.cutOff(),
      played: ({ step }) => expect.soft(crowd.tally.failed, lesson.steps[step]?.id).toBe(false),
    });
    await drive(desk, { type: 'end' });
    await crowd.done;
    const review = (await teacher.get(`/api/sessions/${id}/review`)).body as Review;
    const log = await openLog(server.dataDir, pathToFileURL(`${resolve('dist/server')}/`));
    expect(amiss(await log.read(id), { ...shown, review })).toEqual([]);
    await log.close();
    desk.close();
    expect(crowd.tally.acked).toBeGreaterThanOrEqual((lesson.steps.length * STUDENTS) / 2);
    const asking = lesson.steps.filter(({ prediction }) => prediction);
    expect(asking).toHaveLength(3);
    expect(crowd.tally.foreseen).toBeGreaterThanOrEqual((asking.length * STUDENTS) / 2);
    expect(statusOf(crowd.phones)).toContain('the session is over');
    crowd.leave();
  });

  test('tries the session first, and says in a sentence why it may not come', async () => {
    const { address, rehearsal } = await session();
    expect(await troubleAt(address, rehearsal)).toBeNull();
    expect(await troubleAt({ ...address, code: '000000' }, rehearsal)).toBe(
      'No session has the code 000000.',
    );
    expect(await troubleAt({ ...address, build: 'older' }, rehearsal)).toContain('npm start');
    expect(await troubleAt(address, { ...rehearsal, key: () => 'made up' })).toContain('DATA_DIR');
  });
});
