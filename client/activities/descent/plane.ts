import { ALONG, distanceOf, START, type Bowl, type Point } from '#shared/activities/descent/bowl';
import { SIDE, type Place } from '../kit/plane';

/** The picture shows so much of the plane to every side of the minimum. */
const REACH = 1.3;
/** A unit of the plane in the drawing. */
export const UNIT = SIDE / (2 * REACH);
/** A ball that is so far away is far outside the picture: it is not followed any further. */
const FAR = 4;

export const bowlOf = ({ kappa }: Pick<Bowl, 'kappa'>): Bowl => ({ kappa, along: ALONG });
export { START };

/** Where a place of the plane lies in the drawing. */
export const drawn = ({ x, y }: Point): Place => ({ x: UNIT * (x + REACH), y: SIDE - UNIT * (y + REACH) });

/** The part of a way that can be drawn: the first place that is far away is brought nearer, and ends it. */
export function followed(path: readonly Point[]): readonly Place[] {
  const gone = path.findIndex((point) => !(distanceOf(point) <= FAR));
  const near = gone < 0 ? path : path.slice(0, gone + 1);
  return near.map((point) => {
    const distance = distanceOf(point);
    const share = distance > FAR ? FAR / distance : 1;
    return drawn({ x: point.x * share, y: point.y * share });
  });
}

/** Whether a place is in the picture. */
export const inSight = ({ x, y }: Point): boolean => Math.abs(x) <= REACH && Math.abs(y) <= REACH;

/** A curve of equal cost: an ellipse around the minimum, in the drawing's units. */
export interface Contour {
  readonly rx: number;
  readonly ry: number;
}

/** The innermost curve of a valley of steepness 1, as far along the valley as this; the others are multiples of it. */
const INNERMOST = 0.36;
/** Along the valley the outermost curve that still crosses the picture on its sides. */
const OUTERMOST = 4.4;

/**
 * Curves of equal cost, the square roots of whose costs are evenly apart. The costs are the same in every valley: a
 * steeper one has its curves closer together. `steepness` in tenths of a power of ten.
 */
export function contoursOf({ kappa }: Pick<Bowl, 'kappa'>, steepness: number): readonly Contour[] {
  const apart = INNERMOST / 10 ** (steepness / 20);
  return Array.from({ length: Math.floor(OUTERMOST / apart) }, (_, i) => {
    const along = (i + 1) * apart;
    return { rx: along * UNIT, ry: (along / Math.sqrt(kappa)) * UNIT };
  });
}

/** The one through a place. */
export function contourAt(kappa: number, within: Point): Contour {
  const along = Math.sqrt(within.x * within.x + kappa * within.y * within.y);
  return { rx: along * UNIT, ry: (along / Math.sqrt(kappa)) * UNIT };
}

/** How a contour lies in the drawing. */
export const tilt = (): string => {
  const { x, y } = drawn({ x: 0, y: 0 });
  return `translate(${x} ${y}) rotate(${(-Math.atan2(ALONG.y, ALONG.x) * 180) / Math.PI})`;
};
