import { describe, expect, test } from 'vitest';
import type { Step } from '#shared/lessons/lesson';
import { lessons } from '../support/lessons';
import { Aloud, saidAfter, saidBefore } from './aloud';

const steps = lessons.flatMap((lesson) => lesson.steps);
const stepOf = (id: string) => steps.find((step) => step.id === id) as Step;

/** A teacher whose clock moves only while they wait. */
function teacher(speed: number) {
  const clock = { now: 0 };
  const wait = (ms: number) => Promise.resolve((clock.now += ms));
  return { clock, aloud: new Aloud(speed, () => clock.now, wait) };
}

describe('a teacher who reads aloud', () => {
  test('says the note and the task before, the explanation and the question after', () => {
    const step = stepOf('and');
    expect(saidBefore(step)).toEqual([step.note?.say, step.task]);
    expect(saidAfter(step)).toEqual([step.explanation, step.note?.ask]);
  });

  test('reads the lines of a slide too', () => {
    expect(saidBefore(stepOf('entrate'))).toHaveLength(5);
  });

  test('keeps play, reading and breaks apart, at 150 words a minute', async () => {
    const { clock, aloud } = teacher(1);
    const words = (count: number) => ({ it: Array(count).fill('una').join(' '), en: '' });
    const step = { ...stepOf('and'), task: words(150), note: {}, explanation: words(75) };
    await aloud.before(step, true);
    clock.now += 120_000;
    await aloud.after(step);
    expect(aloud.summary()).toBe('2.0 min of play, 1.5 of reading aloud: 3.5 min in all');
    const pause = stepOf('pausa');
    await aloud.before(pause, false);
    expect(aloud.summary()).toContain('10.0 of breaks');
  });

  test('tells the class’s minutes, however fast it is', async () => {
    const { clock, aloud } = teacher(10);
    clock.now += 12_000;
    await aloud.after({ ...stepOf('and'), explanation: { it: Array(150).fill('una').join(' ') }, note: {} });
    expect(clock.now).toBe(18_000);
    expect(aloud.summary()).toBe('2.0 min of play, 1.0 of reading aloud: 3.0 min in all');
  });
});
