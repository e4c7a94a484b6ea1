import { UNPAINTED, WIDTH, type Detector, type Weight } from './config';
import type { Direction } from './shapes';

/** Where a bar of each direction runs through the kernel's middle. */
const lines: Readonly<Record<Direction, readonly number[]>> = {
  horizontal: [3, 4, 5],
  vertical: [1, 4, 7],
  falling: [0, 4, 8],
  rising: [2, 4, 6],
};

/** Three lit pixels of a line, and none beside it, make 3. */
const THRESHOLD = 2;

/** +1 on the line and something else beside it. */
const painted = (direction: Direction, beside: Weight): Detector['cells'] =>
  Array.from({ length: WIDTH * WIDTH }, (_, i) => (lines[direction].includes(i) ? 1 : beside));

/** The detector of a direction: +1 on the line, −1 elsewhere. */
export const bestFor = (direction: Direction): Detector => ({
  cells: painted(direction, -1),
  threshold: THRESHOLD,
});

/** The common mistake: the shape, and nothing against what is not it. */
export const shapeAlone = (direction: Direction): Detector => ({
  cells: painted(direction, 0),
  threshold: THRESHOLD,
});

/** The right kernel, with its threshold left where it was. */
export const halfWay = (direction: Direction): Detector => ({
  ...bestFor(direction),
  threshold: UNPAINTED.threshold,
});
