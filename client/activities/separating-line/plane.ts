import { GRID, RANGE, type Line, type Point } from '#shared/activities/separating-line/config';

/** The drawing is 400 x 400; both axes are stretched so that the clouds fill it alike. */
export const SIDE = 400;

const share = (value: number, [low, high]: readonly [number, number]) => (value - low) / (high - low);
const back = (part: number, [low, high]: readonly [number, number], grid: number) =>
  low + grid * Math.round((Math.max(0, Math.min(1, part)) * (high - low)) / grid);

/** Where a bird lies in the drawing: longer to the right, deeper up. */
export const drawn = ([length, depth]: Point): readonly [number, number] => [
  SIDE * share(length, RANGE.length),
  SIDE * (1 - share(depth, RANGE.depth)),
];

/** The nearest place of the grid. */
export const placeAt = (x: number, y: number): Point => [
  back(x / SIDE, RANGE.length, GRID.length),
  back(1 - y / SIDE, RANGE.depth, GRID.depth),
];

/** How a line lies in the drawing: a point on it, the angle along it in degrees, the unit vector to its firing side. */
export interface Lie {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly normal: readonly [number, number];
}

export function lie(line: Line): Lie {
  const [[x, y], [x1, y1]] = [drawn(line.from), drawn(line.to)];
  const [dx, dy] = [x1 - x, y1 - y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const turn = line.swapped ? -1 : 1;
  // To the right of the way, where down is positive.
  const normal = [(-dy * turn) / length, (dx * turn) / length] as const;
  return { x, y, degrees: (Math.atan2(normal[1], normal[0]) * 180) / Math.PI, normal };
}

/** A transform that lays the x axis of a drawing along the side that fires, its origin on the line. */
export const pose = ({ x, y, degrees }: Lie): string => `translate(${x} ${y}) rotate(${degrees})`;

/** The whole line across the drawing and a bit beyond, as a path. */
export function across(line: Line): string {
  const { x, y, normal } = lie(line);
  const far = 2 * SIDE;
  return `M${x - far * normal[1]} ${y + far * normal[0]}L${x + far * normal[1]} ${y - far * normal[0]}`;
}
