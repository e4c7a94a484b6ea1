import { GRID, RANGE, type Line, type Point } from './config';

/** Points of two classes: two numbers for each, bill length and depth in tenths of a millimetre. */
export interface Birds {
  readonly x: readonly number[];
  readonly y: readonly (0 | 1)[];
}

/** Where the two handles start among the penguins: along both clouds, which separates nothing. */
export const START: Line = { from: [340, 202], to: [540, 132], swapped: false };

/** Which side of the line a point is on: above 0 if it fires, an exact integer. */
export function side({ from, to, swapped }: Line, [length, depth]: Point): number {
  const right = (to[1] - from[1]) * (length - from[0]) - (to[0] - from[0]) * (depth - from[1]);
  return swapped ? -right : right;
}

/** y = 1 if the point is on the firing side or on the line itself. */
export const firesAt = (line: Line, point: Point): 0 | 1 => (side(line, point) >= 0 ? 1 : 0);

/** The i-th of some birds. */
export const pointOf = ({ x }: Birds, i: number): Point => [x[2 * i] ?? 0, x[2 * i + 1] ?? 0];

/** How many birds of each class the line puts on the wrong side. */
export function missed(line: Line, birds: Birds): { readonly zeros: number; readonly ones: number } {
  const wrong = (wanted: 0 | 1) =>
    birds.y.filter((y, i) => y === wanted && firesAt(line, pointOf(birds, i)) !== wanted).length;
  return { zeros: wrong(0), ones: wrong(1) };
}

/** The share wrong of each class, averaged: 0.5 for a line that says the same of every bird. */
export function balancedError(line: Line, birds: Birds): number {
  const { zeros, ones } = missed(line, birds);
  const [adelies, gentoos] = [0, 1].map((wanted) => birds.y.filter((y) => y === wanted).length);
  return (zeros / Math.max(1, adelies ?? 0) + ones / Math.max(1, gentoos ?? 0)) / 2;
}

const inside = (value: number, [low, high]: readonly [number, number], grid: number) =>
  value >= low && value <= high && value % grid === 0;

/** Whether both handles are on the grid, inside the picture, and not on one another. */
export const drawable = ({ from, to }: Line): boolean =>
  [from, to].every(
    ([length, depth]) => inside(length, RANGE.length, GRID.length) && inside(depth, RANGE.depth, GRID.depth),
  ) &&
  (from[0] !== to[0] || from[1] !== to[1]);
