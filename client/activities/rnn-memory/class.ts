import type { Submission } from '#shared/activities/rnn-memory/config';
import { apartOf, placesOf } from '#shared/activities/rnn-memory/courses';
import { fromKey } from '#shared/activities/rnn-memory/neuron';
import type { Summary } from '#shared/activities/rnn-memory/view';
import { MOST_LINES } from '../kit/counts';

/** A neuron of the class, and how many students hold it. */
export interface Held {
  readonly key: string;
  readonly neuron: Submission;
  readonly count: number;
}

/** The commonest neurons, in an order that does not depend on who came first. */
export const heldOf = ({ held }: Pick<Summary, 'held'>): readonly Held[] =>
  Object.entries(held)
    .map(([key, count]) => ({ key, neuron: fromKey(key), count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_LINES);

/** How far apart the two h of a neuron are at some steps. */
export type Course = readonly (readonly [step: number, apart: number])[];

/** A neuron that changes its sign at each step would cover all others: every second step tells what becomes of it. */
const isDrawn = (step: number): boolean => step === 1 || step % 2 === 0;

export const courseOfNeuron = (neuron: Submission): Course =>
  apartOf(neuron)
    .map((apart, i) => [i + 1, apart] as const)
    .filter(([step]) => isDrawn(step));

/** A class's courses: while the step is open as coarse as they came, then whole. */
export const coursesOf = (summary: Pick<Summary, 'held' | 'courses'>): readonly Course[] => [
  ...Object.keys(summary.courses).map(placesOf),
  ...heldOf(summary).map(({ neuron }) => courseOfNeuron(neuron)),
];
