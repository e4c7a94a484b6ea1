/** Planes are drawn in a viewBox of SIDE x SIDE, y downwards. */
export const SIDE = 400;

/** A place of the drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A straight line that cuts the drawing in two: a place on it, and the unit vector to the side of class 1. */
export interface Cut {
  readonly at: Place;
  readonly normal: Place;
}

export const distanceBetween = (a: Place, b: Place): number =>
  Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));

/** A transform to a place. */
export const moved = ({ x, y }: Place): string => `translate(${x} ${y})`;

/** A transform that lays the x axis of what is drawn along the normal, its origin at `at`. */
export const pose = ({ at, normal }: Cut, origin: Place = at): string =>
  `${moved(origin)} rotate(${(Math.atan2(normal.y, normal.x) * 180) / Math.PI})`;

/** A part of the drawing, or more than it: a picture may be wider or taller than its square. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const SQUARE: Box = { left: 0, right: SIDE, top: 0, bottom: SIDE };

/** A picture of whatever shape around the square: lines go on to its edges. */
export const WIDE: Box = { left: -2 * SIDE, right: 3 * SIDE, top: -2 * SIDE, bottom: 3 * SIDE };

/** Nearer to 0 than this a line runs along a side and never meets it. */
const LEVEL = 1e-9;

/** The part of a line within a box, from end to end; null if it passes outside. */
export function chord({ at, normal }: Cut, box: Box): readonly [Place, Place] | null {
  const along = { x: normal.y, y: -normal.x };
  let [from, to] = [-Infinity, Infinity];
  const sides = [
    [along.x, box.left - at.x, box.right - at.x],
    [along.y, box.top - at.y, box.bottom - at.y],
  ] as const;
  for (const [step, low, high] of sides) {
    if (Math.abs(step) < LEVEL) {
      if (low > 0 || high < 0) return null;
      continue;
    }
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
  }
  if (from >= to) return null;
  const end = (t: number) => ({ x: at.x + t * along.x, y: at.y + t * along.y });
  return [end(from), end(to)];
}

/** A place so far along the way between two, as a share of it. */
export const partOf = ([from, to]: readonly [Place, Place], share: number): Place => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** A straight stroke between two places, as a path. */
export const stroke = (from: Place, to: Place): string => `M${from.x} ${from.y}L${to.x} ${to.y}`;

/** Between the short strokes of a line, and how long they are, in the drawing's units. */
const TEETH = { apart: 56, long: 13 };

/** Short strokes from a line between two places to its side of class 1, beginning in the middle. */
export function teeth({ normal }: Cut, [from, to]: readonly [Place, Place], fine: number): string {
  const length = distanceBetween(from, to);
  const each = Math.floor(length / TEETH.apart / 2);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return Array.from({ length: 2 * each + 1 }, (_, i) => {
    const along = (i - each) * TEETH.apart;
    const foot = { x: middle.x + along * dx, y: middle.y + along * dy };
    const reach = TEETH.long * fine;
    return stroke(foot, { x: foot.x + reach * normal.x, y: foot.y + reach * normal.y });
  }).join('');
}
