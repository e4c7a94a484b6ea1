import { fires, type Neuron } from './neuron';

/** The gates that one neuron can be. */
export const gates = ['not', 'and', 'or'] as const;
export type Gate = (typeof gates)[number];

/** One line of a truth table: the inputs x, each 0 or 1, and the right answer y*. */
export interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
}

const table: Readonly<Record<Gate | 'xor', readonly Row[]>> = {
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
  xor: [
    { x: [0, 0], y: 0 },
    { x: [0, 1], y: 1 },
    { x: [1, 0], y: 1 },
    { x: [1, 1], y: 0 },
  ],
};

/** The truth table of a gate, rows in counting order. */
export const rowsOf = (gate: Gate | 'xor'): readonly Row[] => table[gate];

/** How many inputs a neuron has that is to be this gate. */
export const inputsOf = (gate: Gate | 'xor'): number => rowsOf(gate)[0]?.x.length ?? 0;

/** How many rows of a truth table the neuron gets right. */
export const rightRows = (rows: readonly Row[], neuron: Neuron): number =>
  rows.filter((row) => fires(neuron, row.x) === row.y).length;
