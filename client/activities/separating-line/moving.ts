import { GRID, RANGE, type Line, type Point } from '#shared/activities/separating-line/config';
import { drawable } from '#shared/activities/separating-line/line';
import type { Step } from '../kit/arrows';
import type { Gesture } from '../kit/dragging';
import { distanceBetween, type Place } from '../kit/plane';
import { drawn, pointAt } from './plane';

/** An end of the line that a handle holds. */
export type End = 'from' | 'to';

/** The line with one end elsewhere, or as it was if that is none. */
function moved(line: Line, end: End, point: Point): Line {
  const next = { ...line, [end]: point };
  return drawable(next) ? next : line;
}

/** The end nearer to a place of the drawing. */
export const nearer = (line: Line, place: Place): End =>
  distanceBetween(drawn(line.from), place) <= distanceBetween(drawn(line.to), place) ? 'from' : 'to';

const within = (value: number, [low, high]: readonly [number, number]) =>
  Math.max(low, Math.min(high, value));

/** A line after an end went so many steps of the grid. */
export function stepped(line: Line, end: End, [right, up]: Step): Line {
  const [length, depth] = line[end];
  return moved(line, end, [
    within(length + right * GRID.length, RANGE.length),
    within(depth + up * GRID.depth, RANGE.depth),
  ]);
}

/** The nearer end follows the finger, without jumping under it. */
export const dragged: Gesture<Line> = (line, from) => {
  const end = nearer(line, from);
  const held = drawn(line[end]);
  let now = line;
  return (to) => (now = moved(now, end, pointAt({ x: held.x + to.x - from.x, y: held.y + to.y - from.y })));
};
