import type { Neuron } from '#shared/activities/neuron/neuron';
import type { Gesture } from '../kit/dragging';
import { grips, pushed, turned } from './drag';
import { apart, boundaryOf, CENTRE, distance, pointAt, type Boundary, type Point } from './geometry';

/** How far from the arrow's grip a finger still means it, in units of the inputs. */
const REACH = 0.3;
/** A finger that comes down is never quite still. */
const STILL = 0.04;

/** How what a boundary shows is pushed and turned. */
interface Moves<Moved> {
  readonly pushed: (one: Moved, by: Point) => Moved;
  readonly turned: (one: Moved, pivot: Point, towards: Point) => Moved;
}

/** Near the arrow a drag turns a boundary, anywhere else it pushes it: what a drag that starts at `from` does. */
export function gestureOf<Moved>(
  one: Moved,
  { boundary, inputs }: { readonly boundary: Boundary | null; readonly inputs: number },
  { pushed: push, turned: turn }: Moves<Moved>,
  from: Point,
): (to: Point) => Moved {
  const held = grips(boundary, inputs);
  const { middle } = held;
  const near = apart(from, held.turn);
  const turns = !boundary || (near < REACH && near <= apart(from, held.push));
  if (!turns) return (to) => push(one, { x0: to.x0 - from.x0, x1: to.x1 - from.x1 });
  // The stalk turns about the place where it crosses the boundary, or would if it were longer.
  const off = boundary ? distance(boundary, middle) : 0;
  const pivot = boundary
    ? { x0: middle.x0 - off * boundary.normal.x0, x1: middle.x1 - off * boundary.normal.x1 }
    : CENTRE;
  return (to) => {
    if (apart(to, from) < STILL) return one;
    return turn(one, pivot, { x0: pivot.x0 + to.x0 - middle.x0, x1: pivot.x1 + to.x1 - middle.x1 });
  };
}

/** What a drag that starts at `from` does to the neuron, given where the finger is now. */
export const gesture = (neuron: Neuron, from: Point): ((to: Point) => Neuron) =>
  gestureOf(neuron, { boundary: boundaryOf(neuron), inputs: neuron.w.length }, { pushed, turned }, from);

/** A drag anywhere pushes the boundary, without turning it. */
export const slid: Gesture<Neuron> = (neuron, from) => {
  const start = pointAt(from);
  return (to) => {
    const { x0, x1 } = pointAt(to);
    return pushed(neuron, { x0: x0 - start.x0, x1: x1 - start.x1 });
  };
};

/** The same in the picture: near the arrow a drag turns the boundary, anywhere else it pushes it. */
export const dragged: Gesture<Neuron> = (neuron, from) => {
  const go = gesture(neuron, pointAt(from));
  return (to) => go(pointAt(to));
};
