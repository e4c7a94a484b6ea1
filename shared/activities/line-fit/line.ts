import { GRID, HELD, RANGE, type Heights } from './config';

/** Penguins one after the other: flipper length in mm and body mass in g of each. */
export type Cloud = readonly number[];

const [FIRST, LAST] = HELD;
const SPAN = LAST - FIRST;

export const sizeOf = (cloud: Cloud): number => cloud.length / 2;

/** The i-th of a cloud. */
export const penguinAt = (cloud: Cloud, i: number): readonly [flipper: number, mass: number] => [
  cloud[2 * i] ?? 0,
  cloud[2 * i + 1] ?? 0,
];

/** The line's height times SPAN, a whole number. */
const scaledHeight = ([left, right]: Heights, flipper: number) =>
  left * (LAST - flipper) + right * (flipper - FIRST);

/** What the line says of a flipper so long, g. */
export const heightAt = (heights: Heights, flipper: number): number => scaledHeight(heights, flipper) / SPAN;

/** y = wx + b: w in g/mm, b in g. */
export const coefficients = (heights: Heights): { readonly w: number; readonly b: number } => ({
  w: (heights[1] - heights[0]) / SPAN,
  b: heightAt(heights, 0),
});

/** The sum of the squared vertical distances, times SPAN²: a whole number, exact below 2⁵³ for every line and cloud. */
export function squaresOf(heights: Heights, cloud: Cloud): number {
  let sum = 0;
  for (let i = 0; i < sizeOf(cloud); i++) {
    const [flipper, mass] = penguinAt(cloud, i);
    const off = SPAN * mass - scaledHeight(heights, flipper);
    sum += off * off;
  }
  return sum;
}

/** The mean squared error of a line, g². */
export const meanSquare = (heights: Heights, cloud: Cloud): number =>
  squaresOf(heights, cloud) / (SPAN * SPAN * Math.max(1, sizeOf(cloud)));

/** The nearest height that a handle can have, g. */
export const onGrid = (grams: number): number => GRID.height * Math.round(grams / GRID.height);

/** The nearest value on a grid within the picture, g. */
export const within = (grams: number, grid: number): number =>
  Math.max(RANGE.mass[0], Math.min(RANGE.mass[1], grid * Math.round(grams / grid)));

/** The mean mass of a cloud, g, on the grid. */
function meanMass(cloud: Cloud): number {
  const masses = cloud.filter((_, i) => i % 2 === 1);
  return onGrid(masses.reduce((sum, mass) => sum + mass, 0) / Math.max(1, masses.length));
}

/** Where the line starts: level, at the mean. It says the same of every penguin. */
export function startOver(cloud: Cloud): Heights {
  const mean = meanMass(cloud);
  return [mean, mean];
}

const inside = (grams: number, grid: number) =>
  grams >= RANGE.mass[0] && grams <= RANGE.mass[1] && grams % grid === 0;

/** Whether both heights are inside the picture and on the grid. */
export const drawable = (heights: Heights): boolean => heights.every((grams) => inside(grams, GRID.height));

export const guessable = (grams: number): boolean => inside(grams, GRID.guess);

/** Several lines' mean, which is the line of their mean predictions; null of none. */
export function meanLine(
  lines: readonly { readonly heights: Heights; readonly count: number }[],
): Heights | null {
  const students = lines.reduce((sum, { count }) => sum + count, 0);
  if (students === 0) return null;
  const mean = (end: 0 | 1) =>
    onGrid(lines.reduce((sum, { heights, count }) => sum + count * heights[end], 0) / students);
  return [mean(0), mean(1)];
}
