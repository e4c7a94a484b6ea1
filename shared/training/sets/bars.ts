import type { Rng } from '../../rng';
import { SIDE } from '../cnn/design';
import type { Samples } from '../samples';

/** The classes 0 to 3: the step from one pixel of a bar to the next, in rows (downwards) and columns. */
export const DIRECTIONS = [
  { name: 'horizontal', row: 0, column: 1 },
  { name: 'vertical', row: 1, column: 0 },
  { name: 'falling', row: 1, column: 1 },
  { name: 'rising', row: -1, column: 1 },
] as const;

type Direction = (typeof DIRECTIONS)[number];

/** Which bars are drawn. */
export interface Bars {
  /** Rows and columns at each border that stay empty. */
  readonly margin: number;
  /** Pixels of a bar, both included. */
  readonly shortest: number;
  readonly longest: number;
  /** The share of all pixels that are flipped, 0..1. */
  readonly flipped: number;
}

/** Short bars anywhere: too many positions to learn each by heart, and no noise, so that 100 % can be reached. */
export const ANYWHERE: Bars = { margin: 0, shortest: 3, longest: 4, flipped: 0 };

/** Not at the border, which the middle of a 3 x 3 kernel never reaches; one pixel in 50 is flipped. */
export const INSIDE: Bars = { margin: 1, shortest: 4, longest: 6, flipped: 0.02 };

/** Where a bar of `length` may begin that takes such a step from pixel to pixel. */
function start(step: number, length: number, margin: number, random: Rng): number {
  const inside = SIDE - 2 * margin;
  const first = margin + random.below(step === 0 ? inside : inside - length + 1);
  return step < 0 ? first + length - 1 : first;
}

function picture(direction: Direction, { margin, shortest, longest, flipped }: Bars, random: Rng): number[] {
  const pixels = new Array<number>(SIDE * SIDE).fill(0);
  const length = shortest + random.below(longest - shortest + 1);
  const row = start(direction.row, length, margin, random);
  const column = start(direction.column, length, margin, random);
  for (let i = 0; i < length; i++)
    pixels[(row + i * direction.row) * SIDE + column + i * direction.column] = 1;
  return flipped === 0 ? pixels : pixels.map((pixel) => (random.unit() < flipped ? 1 - pixel : pixel));
}

/** `n` pictures of 8x8 pixels, 0 or 1, row by row, with one bar each; the four directions in turn. */
export function bars(n: number, random: Rng, kind: Bars = ANYWHERE): Samples {
  const y = Array.from({ length: n }, (_, i) => i % DIRECTIONS.length);
  return { x: y.flatMap((answer) => picture(DIRECTIONS[answer] as Direction, kind, random)), y };
}
