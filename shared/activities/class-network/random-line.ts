import type { Rng } from '../../rng';
import { ANGLES, FARTHEST, type Line } from './config';

/** Any line that a student could leave. */
export const randomLine = (random: Rng): Line => ({
  angle: random.below(ANGLES),
  offset: random.below(2 * FARTHEST + 1) - FARTHEST,
});
