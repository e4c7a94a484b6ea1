import type { Line, Point } from './config';
import { firesAt, pointOf, START, type Birds } from './line';

/** Places at which the handles of somebody's own table may start, well inside the picture. */
const LENGTHS = [340, 420, 500, 580];
const DEPTHS = [138, 158, 182, 202];

const places: readonly Point[] = LENGTHS.flatMap((length) => DEPTHS.map((depth): Point => [length, depth]));

/** How far both classes are from being cut in halves, from 0 to 1. */
function uneven(line: Line, birds: Birds): number {
  const [firing, all] = [
    [0, 0],
    [0, 0],
  ];
  birds.y.forEach((of, i) => {
    all[of] = (all[of] ?? 0) + 1;
    firing[of] = (firing[of] ?? 0) + firesAt(line, pointOf(birds, i));
  });
  const off = (of: 0 | 1) => Math.abs((firing[of] ?? 0) / Math.max(1, all[of] ?? 0) - 0.5);
  return off(0) + off(1);
}

const far = ({ from, to }: Line) => Math.abs(from[0] - to[0]) >= 160 || Math.abs(from[1] - to[1]) >= 60;

const starts: readonly Line[] = places.flatMap((from, i) =>
  places.slice(i + 1).flatMap((to) => [{ from, to, swapped: false }].filter(far)),
);

/**
 * Where the two handles start: among the penguins at a place of their own, else where a line cuts both classes in halves as
 * nearly as it can, which separates nothing.
 */
export function startAmong(data: 'penguins' | 'own', birds: Birds): Line {
  if (data === 'penguins') return START;
  return starts.reduce((best, line) => (uneven(line, birds) < uneven(best, birds) ? line : best), START);
}
