import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import type { Config, Submission } from './config';
import { accuraciesOf, type Accuracies } from './hidden';
import { settable } from './neuron';

export const check = (_config: Config, submission: Submission): Result<Submission, ErrorCode> =>
  settable(submission) ? ok(submission) : err('out-of-range');

/** Nobody remembers every string through noise: from here on a score is full. */
const FULL = 0.95;
/** Score from which on the answer is right. */
const RIGHT = 0.9;

/** A latch that holds, in tenths: w_h = 2.5, w_x = 0.3, b = 0. */
export const LATCH: Submission = { h: 25, x: 3, b: 0 };

/** min(1, mean of max(0, 2 accuracy − 1) / 0.95) over the lengths: guessing is worth nothing. */
export function scoreOf(accuracies: Accuracies): number {
  const over = accuracies.map((accuracy) => Math.max(0, 2 * accuracy - 1));
  return Math.min(1, over.reduce((sum, share) => sum + share, 0) / over.length / FULL);
}

type Secret = Pick<Evidence, 'secret'>;

export function grade(_config: Config, submission: Submission, { secret }: Secret): Grade {
  const score = scoreOf(accuraciesOf(submission, secret));
  return { score, right: score > RIGHT };
}

/** How often the neuron was right on hidden strings of each length, and how often the latch is. */
export interface Measure {
  readonly own: Accuracies;
  readonly latch: Accuracies;
}

export const measure = (_config: Config, submission: Submission, { secret }: Secret): Measure => ({
  own: accuraciesOf(submission, secret),
  latch: accuraciesOf(LATCH, secret),
});
