import type { Heights } from './config';
import { squaresOf, type Cloud } from './line';

/** The line that is worth everything, and the one that is worth nothing. */
export interface Marks {
  /** Of least squares, fitted on the penguins in sight. */
  readonly best: Heights;
  /** Level at their mean. */
  readonly start: Heights;
}

/** A line this near to the best one is right: its slope may be off by a tenth, not by a fifth. */
export const RIGHT = 0.9;

/**
 * clamp(1 − √max(0, e)), e = (MSE − MSE of the best) / (MSE of the level one − MSE of the best), on a cloud that nobody
 * saw. Each of them over the same count, so that e is a quotient of whole numbers. A cloud in which the best line is no
 * better than the level one has nothing to tell: there a line is worth 1 if it is as good as the best, else 0.
 */
export function scoreOf(heights: Heights, { best, start }: Marks, cloud: Cloud): number {
  const least = squaresOf(best, cloud);
  const over = squaresOf(heights, cloud) - least;
  if (over <= 0) return 1;
  const most = squaresOf(start, cloud) - least;
  return most > 0 ? Math.max(0, 1 - Math.sqrt(over / most)) : 0;
}
