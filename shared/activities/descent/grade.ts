import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { exp } from '../../training/math';
import type { Evidence, Grade } from '../activity';
import type { Config, Submission } from './config';
import { bestRate, gainOf, limitRate, parOf } from './gain';
import { startsOf } from './hidden';
import { levelled, RANGE, rateOf } from './rate';
import { steepnessOf } from './steepness';

export const check = (_config: Config, submission: Submission): Result<Submission, ErrorCode> =>
  submission.exponent >= RANGE.least && submission.exponent <= RANGE.most
    ? ok(submission)
    : err('out-of-range');

/** Half of par is worth nothing; five sixths of it are full marks. */
const NOTHING = 0.5;
const SPAN = 0.33;
/** A thumb on the slider is not more exact than a place to either side. */
const THUMB = [-1, 0, 1];
/** Score from which on the answer is right. */
const RIGHT = 0.9;

/**
 * Of a place of the slider in a valley of steepness 1: 0 if the steep direction runs away, else
 * clamp((D/D_par − 0.5)/0.33), where D is the largest of that place and of the next one to either side.
 */
export function scoreOf(config: Config, level: number, secret: Evidence['secret']): number {
  if (rateOf(level) >= limitRate(config)) return 0;
  const starts = startsOf(secret);
  const gain = Math.max(...THUMB.map((beside) => gainOf(config, starts, rateOf(level + beside))));
  return Math.max(0, Math.min(1, (gain / parOf(config) - NOTHING) / SPAN));
}

export function grade(config: Config, { exponent }: Submission, { seat, secret }: Evidence): Grade {
  const score = scoreOf(config, levelled(exponent, steepnessOf(config, seat)), secret);
  return { score, right: score > RIGHT };
}

/** On which side of the best η an answer is. */
export type Side = 'small' | 'large' | 'away';

export function sideOf(config: Config, level: number): Side {
  const rate = rateOf(level);
  if (rate >= limitRate(config)) return 'away';
  return rate > bestRate(config) ? 'large' : 'small';
}

/** How many times nearer to the minimum the balls of the hidden valleys come, and the best η brings them; null: away. */
export interface Measure {
  readonly nearer: number | null;
  readonly best: number;
}

export function measure(config: Config, { exponent }: Submission, { seat, secret }: Evidence): Measure {
  const level = levelled(exponent, steepnessOf(config, seat));
  const gain = gainOf(config, startsOf(secret), rateOf(level));
  return {
    nearer: sideOf(config, level) === 'away' ? null : exp(gain),
    best: exp(parOf(config)),
  };
}
