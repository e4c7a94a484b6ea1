import type { PlaneAxes, PlaneAxis, Tick } from '../kit/axes';
import { drawn, finer } from './geometry';

/** Size of the axes' words, in the drawing's units. */
const WORDS = 35;

const bits = [0, 1] as const;

const axis = (name: string, index: string | null, tick: (bit: 0 | 1) => number): PlaneAxis => ({
  ticks: bits.map((bit): Tick => ({ at: tick(bit), label: String(bit) })),
  ...{ name, index },
});

/** How the inputs are called, and the index of the first of two. */
export interface Called {
  readonly letter: string;
  readonly first: number;
}

/** The axes of a truth table's inputs: each is 0 or 1. */
export const axesOf = (inputs: number, { letter, first }: Called = { letter: 'x', first: 0 }): PlaneAxes =>
  inputs === 1
    ? {
        x: axis(letter, null, (bit) => drawn({ x0: bit, x1: 0 }).x),
        y: null,
        cross: drawn({ x0: 0, x1: 0.5 }),
        size: WORDS * finer(inputs),
      }
    : {
        x: axis(letter, `${first}`, (bit) => drawn({ x0: bit, x1: 0 }).x),
        y: axis(letter, `${first + 1}`, (bit) => drawn({ x0: 0, x1: bit }).y),
        cross: drawn({ x0: 0, x1: 0 }),
        size: WORDS,
      };
