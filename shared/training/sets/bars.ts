import type { Rng } from '../../rng';
import { SIDE } from '../cnn/design';
import type { Samples } from '../samples';

/** What the classes 0 to 3 are: the step from one pixel of a bar to the next, in rows (downwards) and columns. */
export const DIRECTIONS = [
  { name: 'horizontal', row: 0, column: 1 },
  { name: 'vertical', row: 1, column: 0 },
  { name: 'falling', row: 1, column: 1 },
  { name: 'rising', row: -1, column: 1 },
] as const;

/** Bars stay off the border, where the middle of a 3 x 3 kernel never comes. */
const MARGIN = 1;
const INSIDE = SIDE - 2 * MARGIN;
const SHORTEST = 4;
/** Of all pixels, so many are flipped; of one in 50. */
const FLIPPED = 0.02;

/** Where a bar of `length` may begin that takes such a step from pixel to pixel. */
function start(step: number, length: number, random: Rng): number {
  const room = step === 0 ? INSIDE : INSIDE - length + 1;
  const first = MARGIN + random.below(room);
  return step < 0 ? first + length - 1 : first;
}

/** Pixels are 0 or 1, row by row. */
function picture(direction: (typeof DIRECTIONS)[number], random: Rng): number[] {
  const pixels = new Array<number>(SIDE * SIDE).fill(0);
  const length = SHORTEST + random.below(INSIDE - SHORTEST + 1);
  const row = start(direction.row, length, random);
  const column = start(direction.column, length, random);
  for (let i = 0; i < length; i++)
    pixels[(row + i * direction.row) * SIDE + column + i * direction.column] = 1;
  return pixels.map((pixel) => (random.unit() < FLIPPED ? 1 - pixel : pixel));
}

/** `n` pictures of 8x8 with one bar of 4 to 6 pixels each, the four directions in turn. */
export function bars(n: number, random: Rng): Samples {
  const y = Array.from({ length: n }, (_, i) => i % DIRECTIONS.length);
  return { x: y.flatMap((answer) => picture(DIRECTIONS[answer] as (typeof DIRECTIONS)[number], random)), y };
}
