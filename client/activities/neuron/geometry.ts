import type { Neuron } from '#shared/activities/neuron/neuron';

/** A place in the plane of the inputs. */
export interface Point {
  readonly x0: number;
  readonly x1: number;
}

/** The picture shows the unit square with half a unit around it, in a viewBox of 400 x 400. */
export const MARGIN = 0.5;
export const UNIT = 200;
export const SIDE = UNIT * (1 + 2 * MARGIN);
export const CENTRE: Point = { x0: 0.5, x1: 0.5 };

/** One input is a number line: the same plane, cut to a band around x1 = 1/2, and every boundary upright. */
export const BAND = { top: SIDE / 4, height: SIDE / 2 };

/** A number line is drawn larger than a square: its marks and letters shrink by this. */
export const finer = (inputs: number): number => (inputs === 1 ? 0.64 : 1);

export const viewBox = (inputs: number): string =>
  inputs === 1 ? `0 ${BAND.top} ${SIDE} ${BAND.height}` : `0 0 ${SIDE} ${SIDE}`;

/** Where a row of the truth table lies. */
export const placed = (x: readonly number[]): Point => ({ x0: x[0] ?? 0, x1: x[1] ?? CENTRE.x1 });

export const across = (x0: number): number => (x0 + MARGIN) * UNIT;
export const down = (x1: number): number => SIDE - (x1 + MARGIN) * UNIT;

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

/** A transform to a place of the picture. */
export const moved = ({ x0, x1 }: Point): string => `translate(${across(x0)} ${down(x1)})`;

/** A transform that lays the x axis of a drawing along the normal, its origin at `at`. */
export function pose({ normal }: Boundary, at: Point): string {
  const degrees = (Math.atan2(-normal.x1, normal.x0) * 180) / Math.PI;
  return `${moved(at)} rotate(${degrees})`;
}

/** A straight line between two places, as a path. */
export const path = (from: Point, to: Point): string =>
  `M${across(from.x0)} ${down(from.x1)}L${across(to.x0)} ${down(to.x1)}`;

/** How far from the centre lines are drawn: a picture may be wider or taller than its square, or flatter. */
const REACH = { x0: 2.6, x1: 1.7, band: 0.7 };

/** The part of a boundary that a picture can show; null if it passes outside. */
export function segment({ foot, normal }: Boundary, inputs: number): readonly [Point, Point] | null {
  const tall = inputs === 1 ? REACH.band : REACH.x1;
  const along = { x0: -normal.x1, x1: normal.x0 };
  let [from, to] = [-Infinity, Infinity];
  const sides = [
    [foot.x0, along.x0, REACH.x0],
    [foot.x1, along.x1, tall],
  ] as const;
  for (const [at, step, half] of sides) {
    const [low, high] = [0.5 - half - at, 0.5 + half - at];
    if (Math.abs(step) < 1e-9) {
      if (low > 0 || high < 0) return null;
      continue;
    }
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
  }
  if (from >= to) return null;
  const end = (t: number) => ({ x0: foot.x0 + t * along.x0, x1: foot.x1 + t * along.x1 });
  return [end(from), end(to)];
}
