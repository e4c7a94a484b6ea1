import type { Heights } from './config';
import { HELD } from './config';
import { drawable, heightAt, onGrid, penguinAt, sizeOf, type Cloud } from './line';

/** A line within so many grams of a penguin touches it in the picture. */
const NEAR = 30;
/** So large a share of the most that any line touches is meant. */
const MEANT = 0.7;

export function touched(heights: Heights, cloud: Cloud): number {
  let count = 0;
  for (let i = 0; i < sizeOf(cloud); i++) {
    const [flipper, mass] = penguinAt(cloud, i);
    if (Math.abs(mass - heightAt(heights, flipper)) <= NEAR) count += 1;
  }
  return count;
}

/** The line through two penguins of a cloud, as handles can hold it; null where they cannot. */
function through(cloud: Cloud, i: number, j: number): Heights | null {
  const [[x0, y0], [x1, y1]] = [penguinAt(cloud, i), penguinAt(cloud, j)];
  if (x0 === x1) return null;
  const at = (flipper: number) => y0 + ((y1 - y0) * (flipper - x0)) / (x1 - x0);
  const heights: Heights = [onGrid(at(HELD[0])), onGrid(at(HELD[1]))];
  return drawable(heights) ? heights : null;
}

/** For each cloud, which lives as long as its split: a whole class asks. */
const most = new WeakMap<Cloud, number>();

/** The most penguins that a line through two of them touches. */
export function mostTouched(cloud: Cloud): number {
  const known = most.get(cloud);
  if (known !== undefined) return known;
  let found = 0;
  for (let i = 0; i < sizeOf(cloud); i++)
    for (let j = 0; j < i; j++) {
      const line = through(cloud, i, j);
      if (line) found = Math.max(found, touched(line, cloud));
    }
  most.set(cloud, found);
  return found;
}

/** Whether a line goes through about as many penguins as one can. */
export const touchesMost = (heights: Heights, cloud: Cloud): boolean =>
  touched(heights, cloud) >= MEANT * mostTouched(cloud);
