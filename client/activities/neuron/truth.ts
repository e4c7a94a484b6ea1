import { fires, weightedSum, type Neuron } from '#shared/activities/neuron/neuron';
import { type Row } from '#shared/activities/neuron/truth-table';

/** A row of the truth table beside what a neuron makes of it. */
export interface Judged {
  readonly x: readonly number[];
  /** In tenths. */
  readonly z: number;
  readonly y: 0 | 1;
  readonly wanted: 0 | 1;
  readonly right: boolean;
}

export const judged = (rows: readonly Row[], neuron: Neuron): readonly Judged[] =>
  rows.map(({ x, y: wanted }) => {
    const y = fires(neuron, x);
    return { x, z: weightedSum(neuron, x), y, wanted, right: y === wanted };
  });

/** Whether a neuron gets every row right. */
export const separates = (rows: readonly Row[], neuron: Neuron): boolean =>
  rows.every(({ x, y }) => fires(neuron, x) === y);
