import type { Line } from '#shared/activities/class-network/config';
import type { Gesture } from '../kit/dragging';
import { grips } from '../neuron/drag';
import { CENTRE, distance, pointAt, type Point } from '../neuron/geometry';
import { angleOf, boundaryOf, facing, TENTHS, within } from './plane';

/** How far from the arrow's grip a finger still means it, and how far it moves before it turns anything, in inputs. */
const REACH = 0.3;
const STILL = 0.04;

const apart = (a: Point, b: Point): number =>
  Math.sqrt((a.x0 - b.x0) * (a.x0 - b.x0) + (a.x1 - b.x1) * (a.x1 - b.x1));

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
export const dragged: Gesture<Line> = (line, place) => {
  const from = pointAt(place);
  const boundary = boundaryOf(line);
  const { push, turn, middle } = grips(boundary, 2);
  const turns = apart(from, turn) < REACH && apart(from, turn) <= apart(from, push);
  if (!turns)
    return (to) => {
      const { x0, x1 } = pointAt(to);
      return pushed(line, { x0: x0 - from.x0, x1: x1 - from.x1 });
    };
  const off = distance(boundary, middle);
  const pivot = { x0: middle.x0 - off * boundary.normal.x0, x1: middle.x1 - off * boundary.normal.x1 };
  return (to) => {
    const now = pointAt(to);
    if (apart(now, from) < STILL) return line;
    return turned(line, pivot, { x0: pivot.x0 + now.x0 - middle.x0, x1: pivot.x1 + now.x1 - middle.x1 });
  };
};
