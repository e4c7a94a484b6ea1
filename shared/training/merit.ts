import { classesOf, type Output } from './output';
import type { Samples } from './samples';
import { persistence } from './sets/series';

/** The share of an error that is gone; of one that has grown nothing. */
export const skill = (error: number, before: number): number =>
  before > 0 ? Math.max(0, 1 - error / before) : 0;

/**
 * How good a network is, 0..1, by what `judged` says of it on some samples: its accuracy, or the share of the squared
 * error of "the same as before" (persistence) that it takes away.
 */
export const merit = (output: Output, samples: Samples, score: number): number =>
  classesOf(output) > 0 ? score : skill(score, persistence(samples));
