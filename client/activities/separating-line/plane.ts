import { GRID, RANGE, type Line, type Point } from '#shared/activities/separating-line/config';
import { firesAt, pointOf, type Birds } from '#shared/activities/separating-line/line';
import { SIDE, type Cut, type Place } from '../kit/plane';

const share = (value: number, [low, high]: readonly [number, number]) => (value - low) / (high - low);
const back = (part: number, [low, high]: readonly [number, number], grid: number) =>
  low + grid * Math.round((Math.max(0, Math.min(1, part)) * (high - low)) / grid);

/**
 * Where a bird lies in the drawing: longer to the right, deeper up. Both axes are stretched so that the clouds fill it
 * alike.
 */
export const drawn = ([length, depth]: Point): Place => ({
  x: SIDE * share(length, RANGE.length),
  y: SIDE * (1 - share(depth, RANGE.depth)),
});

/** The nearest place of the grid. */
export const pointAt = ({ x, y }: Place): Point => [
  back(x / SIDE, RANGE.length, GRID.length),
  back(1 - y / SIDE, RANGE.depth, GRID.depth),
];

/** How a line cuts the drawing. */
export function cutOf(line: Line): Cut {
  const [at, to] = [drawn(line.from), drawn(line.to)];
  const [dx, dy] = [to.x - at.x, to.y - at.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const turn = line.swapped ? -1 : 1;
  // To the right of the way, where down is positive.
  return { at, normal: { x: (-dy * turn) / length, y: (dx * turn) / length } };
}

/** Where the birds lie that a line puts on the wrong side. */
export const astrayOf = (line: Line, birds: Birds): readonly Place[] =>
  birds.y.flatMap((y, i) => {
    const point = pointOf(birds, i);
    return firesAt(line, point) === y ? [] : [drawn(point)];
  });

/** The same line in a drawing that is so many times as wide. */
export function widened({ at, normal }: Cut, wide: number): Cut {
  const across = normal.x / wide;
  const length = Math.sqrt(across * across + normal.y * normal.y) || 1;
  return { at: { x: at.x * wide, y: at.y }, normal: { x: across / length, y: normal.y / length } };
}
