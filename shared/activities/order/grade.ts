import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import type { Config, Submission } from './config';
import { pairsIn, type Pairs } from './pairs';

export function check({ items }: Config, submission: Submission): Result<Submission, ErrorCode> {
  const { order } = submission;
  const whole = order.length === items.length && items.every(({ id }) => order.includes(id));
  return whole ? ok(submission) : err('submission-invalid');
}

/** max(0, 2 x the share of pairs in order − 1): by chance half of the pairs are, and that is worth nothing. */
export function grade(config: Config, { order }: Submission): Grade {
  const { right, of } = pairsIn(config, order);
  return { score: Math.max(0, (2 * right) / of - 1), right: right === of };
}

export const measure = (config: Config, { order }: Submission): Pairs => pairsIn(config, order);
export type Measure = Pairs;
