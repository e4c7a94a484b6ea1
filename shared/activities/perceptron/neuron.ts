import type { Gate, Submission } from './config';

/** One line of a truth table: the inputs x, each 0 or 1, and the right answer y*. */
export interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
}

const table: Readonly<Record<Gate, readonly Row[]>> = {
  not: [
    { x: [0], y: 1 },
    { x: [1], y: 0 },
  ],
  and: [
    { x: [0, 0], y: 0 },
    { x: [0, 1], y: 0 },
    { x: [1, 0], y: 0 },
    { x: [1, 1], y: 1 },
  ],
  or: [
    { x: [0, 0], y: 0 },
    { x: [0, 1], y: 1 },
    { x: [1, 0], y: 1 },
    { x: [1, 1], y: 1 },
  ],
};

/** The truth table of a gate, rows in counting order. */
export const rowsOf = (gate: Gate): readonly Row[] => table[gate];

/** z = w.x + b in tenths: an exact integer for integer inputs. */
export const weightedSum = ({ w, b }: Submission, x: readonly number[]): number =>
  w.reduce((z, weight, i) => z + weight * (x[i] ?? 0), b);

/** y = 1 if z >= 0, else 0. */
export const fires = (neuron: Submission, x: readonly number[]): 0 | 1 =>
  weightedSum(neuron, x) >= 0 ? 1 : 0;
