import { GRID, HELD, RANGE, type Heights } from '#shared/activities/line-fit/config';
import type { Step } from '../kit/arrows';
import type { Gesture } from '../kit/dragging';
import { across, gramsIn } from './plane';

/** An end of the line: 0 the left one, 1 the right one. */
export type End = 0 | 1;

/** An arrow key moves a handle by so many grams; the sliders are for less. */
export const ARROW = 50;

const onGrid = (grams: number, grid: number) =>
  Math.max(RANGE.mass[0], Math.min(RANGE.mass[1], grid * Math.round(grams / grid)));

/** The line with one end at another height, within the picture. */
export function held(heights: Heights, end: End, grams: number): Heights {
  const height = onGrid(grams, GRID.height);
  return end === 0 ? [height, heights[1]] : [heights[0], height];
}

/** A line after an end went so many steps: up and right both raise it. */
export const stepped = (heights: Heights, end: End, [right, up]: Step): Heights =>
  held(heights, end, heights[end] + ARROW * (right + up));

/** The nearer end follows a finger up and down, without jumping under it. */
export const dragged =
  (wide: () => number): Gesture<Heights> =>
  (heights, from) => {
    const end: End = from.x < across((HELD[0] + HELD[1]) / 2, wide()) ? 0 : 1;
    return (to) => held(heights, end, heights[end] + gramsIn(from.y - to.y));
  };

/** A guess follows a finger up and down. */
export const raised: Gesture<number> = (guess, from) => (to) =>
  onGrid(guess + gramsIn(from.y - to.y), GRID.guess);

/** A thumb feels a mark every so many grams: the grid itself is finer than fingers are. */
const MARK = 250;

/** Between which marks both ends are. */
export const marksPassed = (heights: Heights): string =>
  heights.map((grams) => Math.floor(grams / MARK)).join();
