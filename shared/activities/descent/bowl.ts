/** A place of the plane; the minimum is at (0, 0). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Cost C = (u² + κv²)/2, times the valley's steepness: u along the valley, v across it. */
export interface Bowl {
  readonly kappa: number;
  /** The unit vector along the valley. */
  readonly along: Point;
}

/** The valley in sight: its direction, and where the ball starts, on a circle of radius 1 and on the valley's side. */
export const ALONG: Point = { x: 12 / 13, y: 5 / 13 };
export const START: Point = turned({ along: ALONG }, { x: 3 / Math.sqrt(10), y: -1 / Math.sqrt(10) });

/** From the valley's own directions to the plane's. */
function turned({ along }: Pick<Bowl, 'along'>, { x: u, y: v }: Point): Point {
  return { x: u * along.x - v * along.y, y: u * along.y + v * along.x };
}

/** A place in the valley's own directions: x along it, y across. */
export const within = ({ along }: Pick<Bowl, 'along'>, { x, y }: Point): Point => ({
  x: x * along.x + y * along.y,
  y: y * along.x - x * along.y,
});

/** The slope in a valley of steepness 1: it points uphill, across the contour. */
export function slopeAt(bowl: Bowl, point: Point): Point {
  const { x: u, y: v } = within(bowl, point);
  return turned(bowl, { x: u, y: bowl.kappa * v });
}

/** The cost in a valley of steepness 1. */
export function costAt(bowl: Bowl, point: Point): number {
  const { x: u, y: v } = within(bowl, point);
  return (u * u + bowl.kappa * v * v) / 2;
}

/** p ← p − η∇C, so many times; `rate` is η times the steepness. As many places as steps, and the first. */
export function descent(bowl: Bowl, from: Point, rate: number, steps: number): readonly Point[] {
  const path = [from];
  for (let at = from; path.length <= steps; path.push(at)) {
    const slope = slopeAt(bowl, at);
    at = { x: at.x - rate * slope.x, y: at.y - rate * slope.y };
  }
  return path;
}

/** How far from the minimum. */
export const distanceOf = ({ x, y }: Point): number => Math.sqrt(x * x + y * y);
