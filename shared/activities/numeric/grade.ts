import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade, Seeds } from '../activity';
import { distance, within } from './closeness';
import { MOST, type Config, type Submission } from './config';
import { variantOf } from './view';

export const check = (_config: Config, submission: Submission): Result<Submission, ErrorCode> =>
  Math.abs(submission.value) <= MOST ? ok(submission) : err('out-of-range');

/** 1 within the tolerance; with partial credit then down to 0 at five tolerances. A tolerance of 0 gives no credit. */
export function grade(config: Config, { value }: Submission, { seat }: Pick<Seeds, 'seat'>): Grade {
  const { answer } = variantOf(config, seat);
  const { tolerance, partial } = config;
  if (within(value, answer, tolerance)) return { score: 1, right: true };
  if (!partial || tolerance === 0) return { score: 0, right: false };
  const left = 5 * tolerance - distance(value, answer);
  return { score: Math.min(1, Math.max(0, left / (4 * tolerance))), right: false };
}
