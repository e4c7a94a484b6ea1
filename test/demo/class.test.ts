import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessons } from '#shared/lessons/index';
import type { Lesson } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import { gather } from '../../demo/crowd';
import { statusOf } from '../../demo/status';
import { knock } from '../../demo/trial';
import { startEngine, type Engine } from '../support/engine';
import { SEED } from '../support/session';

const STUDENTS = 12;

const network = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;
/** One step of each kind, and the proof in three parts. */
const chosen = ['programmare-o-imparare', 'prodotto-scalare', 'and', 'impossibile', 'pinguini-in-gara'];
const lesson: Lesson = { ...network, steps: network.steps.filter(({ id }) => chosen.includes(id)) };

let engine: Engine;
beforeAll(async () => void (engine = await startEngine()));
afterAll(() => engine.stop());

const address = (code: string) => ({ url: engine.url, code, build: 'test' });

describe('a simulated class', () => {
  test('comes in, plays every kind of step, survives a cut, and goes home at the end', async () => {
    const { id, code } = await engine.create(lesson);
    const desk = engine.desk(id);
    await desk.arrived();
    const drive = async (request: DeskRequest) => {
      const ack = await desk.command(request);
      if (!ack.ok) throw new Error(ack.code);
      return ack.seq;
    };
    const crowd = gather(address(code), { students: STUDENTS, pace: 400, seed: SEED });
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
    await drive({ type: 'end' });
    await crowd.done;
    expect(crowd.tally.unknownSteps.size).toBe(0);
    expect(crowd.tally.acked).toBeGreaterThanOrEqual((lesson.steps.length * STUDENTS) / 2);
    expect(statusOf(crowd.phones)).toContain('the session is over');
    crowd.leave();
  });

  test('knocks first, and says in a sentence why it may not come', async () => {
    const { code } = await engine.create(lesson);
    expect(await knock(address(code))).toBeNull();
    expect(await knock(address('000000'))).toBe('No session has the code 000000.');
    expect(await knock({ ...address(code), build: 'older' })).toContain('npm start');
  });
});
