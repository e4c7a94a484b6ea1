import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionCard } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import type { DeskView } from '#shared/session/views';
import { gather } from '../../demo/crowd';
import { keyIn } from '../../demo/key';
import { statusOf } from '../../demo/status';
import { troubleAt } from '../../demo/trial';
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
  expect(status).toBe(200);
  const { id } = body as { id: string };
  const cards = (await teacher.get('/api/sessions')).body as SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const address = { url: server.base, code, build: 'test' };
  return { id, address, rehearsal: { url: server.base, code, key: () => keyIn(keyFile()) } };
}

const keyFile = () => `${server.dataDir}/rehearsal.key`;

describe('a simulated class', () => {
  test('comes in, plays every kind of step of any lesson, survives a cut, and goes home at the end', async () => {
    const { id, address, rehearsal } = await session();
    const headers = { cookie: teacher.cookie, origin: server.base };
    const desk = new Player<DeskView>(
      server.base,
      { role: 'desk', session: id, code: address.code },
      { headers },
    );
    await desk.arrived();
    const drive = async (request: DeskRequest) => {
      const ack = await desk.command(request);
      if (!ack.ok) throw new Error(ack.code);
      return ack.seq;
    };
    const crowd = gather(address, rehearsal, { students: STUDENTS, speed: 400, seed: SEED });
    await desk.until(({ pulse }) => pulse?.here === STUDENTS);
    expect(statusOf(crowd.phones)).toBe(`${STUDENTS} of ${STUDENTS} students · in the lobby`);

    for (const [step, { id: name }] of lesson.steps.entries()) {
      const from: Stage = step === 0 ? { at: 'lobby' } : { at: 'step', step: step - 1 };
      await drive({ type: 'go', from, to: { at: 'step', step } });
      const opened = await drive({ type: 'open', step });
      crowd.phones[0]?.cutOff();
      await desk.until(({ pulse }) => pulse !== null && pulse.seq > opened && pulse.answered >= STUDENTS / 2);
      await drive({ type: 'close', step });
      expect.soft(crowd.tally.failed, name).toBe(false);
    }
    // A session does not end while something is trained.
    await desk.until(({ pulse }) => pulse?.training?.done === pulse?.training?.of);
    await drive({ type: 'end' });
    await crowd.done;
    desk.close();
    expect(crowd.tally.acked).toBeGreaterThanOrEqual((lesson.steps.length * STUDENTS) / 2);
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
