import { rng, type Rng, type Seed } from '../../rng';
import type { Point } from './bowl';

/** Valleys that score and that nobody sees. */
export const HIDDEN = 20;

/**
 * Where the balls start in the hidden valleys, as their own directions see it. Each valley is turned and each start
 * lies anywhere on the circle of radius 1; turning both together changes no distance, so the angle between them, which
 * is uniform, is all that is drawn.
 */
export function startsOf(secret: Seed): readonly Point[] {
  const random = rng(secret, 'descent');
  return Array.from({ length: HIDDEN }, () => direction(random));
}

/** A unit vector in any direction: a place in the disc, pushed to its edge. */
function direction(random: Rng): Point {
  for (;;) {
    const [x, y] = [2 * random.unit() - 1, 2 * random.unit() - 1];
    const length = Math.sqrt(x * x + y * y);
    if (length > 0 && length <= 1) return { x: x / length, y: y / length };
  }
}
