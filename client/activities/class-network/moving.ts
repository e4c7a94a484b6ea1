import type { Line } from '#shared/activities/class-network/config';
import type { Gesture } from '../kit/dragging';
import { gestureOf } from '../neuron/dragging';
import { apart, CENTRE, pointAt, type Point } from '../neuron/geometry';
import { angleOf, boundaryOf, facing, TENTHS, within } from './plane';

/** How far a place lies from the middle of the picture along a direction, in tenths of a unit. */
const along = ({ x0, x1 }: Point, place: Point): number =>
  TENTHS * (x0 * (place.x0 - CENTRE.x0) + x1 * (place.x1 - CENTRE.x1));

/** The line shifted by a drag, without turning. */
export function pushed({ angle, offset }: Line, by: Point): Line {
  const normal = facing(angle);
  return { angle, offset: within(offset + TENTHS * (normal.x0 * by.x0 + normal.x1 * by.x1)) };
}

/** The line through `pivot` that faces `towards`. */
export function turned(line: Line, pivot: Point, towards: Point): Line {
  if (apart(pivot, towards) === 0) return line;
  const angle = angleOf({ x0: towards.x0 - pivot.x0, x1: towards.x1 - pivot.x1 });
  return { angle, offset: within(along(facing(angle), pivot)) };
}

/** Near the arrow a drag turns the line about where its stalk crosses it, anywhere else it pushes it. */
export const dragged: Gesture<Line> = (line, from) => {
  const go = gestureOf(line, { boundary: boundaryOf(line), inputs: 2 }, { pushed, turned }, pointAt(from));
  return (to) => go(pointAt(to));
};
