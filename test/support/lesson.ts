import type { Lesson, Step } from '#shared/lessons/lesson';
import { LESSON_VERSION } from '#shared/lessons/upgrade';

const text = (words: string) => ({ it: `${words} (it)`, en: words });

const option = (id: string) => ({ id, text: text(`option ${id}`) });

const note = {
  say: text('say'),
  ask: text('ask'),
  watchFor: text('watch for'),
  ifShort: text('if short'),
  answer: text('answer'),
};

/** A step of 1,000 points and 20 s; `over` says what is different. */
const step = (id: string, over: Partial<Step> & Pick<Step, 'kind' | 'config'>): Step => ({
  id,
  title: text(`title of ${id}`),
  task: text(`task of ${id}`),
  theory: text(`theory of ${id}`),
  explanation: text(`explanation of ${id}`),
  mistake: text(`mistake of ${id}`),
  note,
  points: 1_000,
  seconds: 20,
  timing: 'accuracy',
  ...over,
});

/** One right among a, b, c, d: c. */
export const single = (over: Partial<Step> = {}) =>
  step('single', {
    kind: 'choice',
    config: { options: ['a', 'b', 'c', 'd'].map(option), right: ['c'], several: false, shuffle: true },
    ...over,
  });

/** Two right among a, b, c, d: a and c. */
export const several = (over: Partial<Step> = {}) =>
  step('several', {
    kind: 'choice',
    config: { options: ['a', 'b', 'c', 'd'].map(option), right: ['a', 'c'], several: true, shuffle: true },
    ...over,
  });

/** The gate AND; w = (10, 10), b = -15 is the best neuron, w = (10, 10), b = -20 is worth 0.6. */
export const gate = (over: Partial<Step> = {}) =>
  step('gate', { kind: 'gate', config: { gate: 'and' }, ...over });

export const lessonOf = (...steps: Step[]): Lesson => ({
  version: LESSON_VERSION,
  id: 'tiny',
  title: text('A tiny lesson'),
  about: text('Made for tests'),
  steps,
});

export const picks = (...picked: string[]) => ({ picked });
export const bestNeuron = { w: [10, 10], b: -15 };
export const thinNeuron = { w: [10, 10], b: -20 };
export const silentNeuron = { w: [0, 0], b: -5 };
