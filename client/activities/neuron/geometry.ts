import type { Neuron } from '#shared/activities/neuron/neuron';
import { SIDE, type Box, type Cut, type Place } from '../kit/plane';

/** A place in the plane of the inputs. */
export interface Point {
  readonly x0: number;
  readonly x1: number;
}

/** The picture shows the unit square with half a unit around it. */
export const MARGIN = 0.5;
/** A unit of the inputs in the drawing. */
export const UNIT = SIDE / (1 + 2 * MARGIN);
export const CENTRE: Point = { x0: 0.5, x1: 0.5 };

/** One input is a number line: the same plane, cut to a band around x1 = 1/2, and every boundary upright. */
export const BAND = { top: SIDE / 4, height: SIDE / 2 };

/** A number line is drawn larger than a square: its marks and letters shrink by this. */
export const finer = (inputs: number): number => (inputs === 1 ? 0.64 : 1);

export const viewBox = (inputs: number): string =>
  inputs === 1 ? `0 ${BAND.top} ${SIDE} ${BAND.height}` : `0 0 ${SIDE} ${SIDE}`;

/** Where a row of the truth table lies. */
export const placed = (x: readonly number[]): Point => ({ x0: x[0] ?? 0, x1: x[1] ?? CENTRE.x1 });

/** A point in the drawing, and back. */
export const drawn = ({ x0, x1 }: Point): Place => ({
  x: (x0 + MARGIN) * UNIT,
  y: SIDE - (x1 + MARGIN) * UNIT,
});
export const pointAt = ({ x, y }: Place): Point => ({
  x0: x / UNIT - MARGIN,
  x1: (SIDE - y) / UNIT - MARGIN,
});

/** A boundary w.x + b = 0: a point on it, and the unit vector to the side that fires. */
export interface Boundary {
  readonly foot: Point;
  readonly normal: Point;
}

/** The boundary with its point nearest to the centre; null if the weights are 0 and there is none. */
export function boundaryOf({ w, b }: Neuron): Boundary | null {
  const [w0 = 0, w1 = 0] = w;
  const square = w0 * w0 + w1 * w1;
  if (square === 0) return null;
  const reach = (w0 * CENTRE.x0 + w1 * CENTRE.x1 + b) / square;
  const length = Math.sqrt(square);
  return {
    foot: { x0: CENTRE.x0 - reach * w0, x1: CENTRE.x1 - reach * w1 },
    normal: { x0: w0 / length, x1: w1 / length },
  };
}

/** How far a point lies on the firing side (below 0: on the silent one), in units of the inputs. */
export const distance = ({ foot, normal }: Boundary, { x0, x1 }: Point): number =>
  (x0 - foot.x0) * normal.x0 + (x1 - foot.x1) * normal.x1;

/** A boundary in the drawing. */
export const cutOf = ({ foot, normal }: Boundary): Cut => ({
  at: drawn(foot),
  normal: { x: normal.x0, y: -normal.x1 },
});

/** How far from the centre lines are drawn: a picture may be wider or taller than its square, or flatter. */
const REACH = { x0: 2.6, x1: 1.7, band: 0.7 };

/** What a picture of so many inputs can show at most. */
export function boxOf(inputs: number): Box {
  const [wide, tall] = [REACH.x0 * UNIT, (inputs === 1 ? REACH.band : REACH.x1) * UNIT];
  const { x, y } = drawn(CENTRE);
  return { left: x - wide, right: x + wide, top: y - tall, bottom: y + tall };
}

/** How far two points are from each other, in units of the inputs. */
export const apart = (a: Point, b: Point): number =>
  Math.sqrt((a.x0 - b.x0) * (a.x0 - b.x0) + (a.x1 - b.x1) * (a.x1 - b.x1));
