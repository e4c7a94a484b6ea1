import { inDisc, LONGEST, squareOf, type Vector } from '#shared/activities/attention/config';
import { onGrid } from '#shared/activities/attention/turn';
import { SIDE, type Place } from '../kit/plane';

/** A tenth of the plane in the drawing; the disc leaves a rim for words. */
export const TENTH = 3.5;
export const RADIUS = LONGEST * TENTH;
/** Between the disc and the edges of the drawing. */
export const RIM = SIDE / 2 - RADIUS;
export const MIDDLE: Place = { x: SIDE / 2, y: SIDE / 2 };

/** Where a place of the plane lies in the drawing. */
export const drawn = ([x, y]: Vector): Place => ({ x: MIDDLE.x + TENTH * x, y: MIDDLE.y - TENTH * y });

/** The place of the grid in the disc that is nearest to one of the drawing. */
export const vectorAt = ({ x, y }: Place): Vector => within([(x - MIDDLE.x) / TENTH, (MIDDLE.y - y) / TENTH]);

/** The same direction where it leaves the disc. */
export function within(vector: Vector): Vector {
  const near = onGrid(vector);
  if (inDisc(near)) return near;
  const share = LONGEST / Math.sqrt(squareOf(vector));
  const [x, y] = [vector[0] * share, vector[1] * share];
  const edge = onGrid([x, y]);
  // Rounding may leave the disc by a hair: then towards the middle.
  return inDisc(edge) ? edge : [Math.trunc(x) + 0, Math.trunc(y) + 0];
}

/** Lays a stroke from (0, 0) to (1, 0) along a vector from the middle. */
export const laid = ([x, y]: Vector): string =>
  `matrix(${TENTH * x} ${-TENTH * y} ${TENTH * y} ${TENTH * x} ${MIDDLE.x} ${MIDDLE.y})`;
