import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { log } from '../../training/math';
import type { Evidence, Grade } from '../activity';
import { RANGE, type Config, type Submission } from './config';
import { distanceTo, networkOf, type Distance } from './network';
import { ownOf, targetOf } from './own';
import { rightOf } from './set';
import { STEPS, type Target } from './target';

const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

/** Whether the controls can be set so. */
export const settable = (target: Config['target'], { steps, steepness }: Submission): boolean =>
  steps.length === STEPS[target] &&
  within(steepness, RANGE.steepness) &&
  steps.every(({ place, height }) => within(place, RANGE.place) && within(height, RANGE.height));

export const check = ({ target }: Config, sent: Submission): Result<Submission, ErrorCode> =>
  settable(target, sent) ? ok(sent) : err('out-of-range');

/** The largest errors that are worth something and everything; equal factors between them are worth the same. */
const NOTHING = 0.4;
const FULL = 0.08;
/** Score from which on the answer is right. */
const RIGHT = 0.9;

/** clamp(ln(0.4/ε) / ln(0.4/0.08)) */
export const scoreOf = (error: number): number =>
  Math.max(0, Math.min(1, log(NOTHING / Math.max(error, FULL / 2)) / log(NOTHING / FULL)));

/** How far a student's sum is from the curve. */
export const distanceOf = (target: Target, sent: Submission): Distance =>
  distanceTo(target, networkOf(sent, target));

function graded(target: Target, sent: Submission): Grade {
  const score = scoreOf(distanceOf(target, sent).error);
  return { score, right: score > RIGHT };
}

export const isRight = (target: Target, sent: Submission): boolean => graded(target, sent).right;

export const grade = (config: Config, sent: Submission, { seat }: Evidence): Grade =>
  graded(targetOf(config, seat), sent);

/** The largest distance, where it is, and the same of the right S curves. */
export interface Measure extends Distance {
  readonly best: number;
}

export function measure(config: Config, sent: Submission, { seat }: Evidence): Measure {
  const target = targetOf(config, seat);
  const best = distanceOf(target, ownOf(rightOf(config.target), target)).error;
  return { ...distanceOf(target, sent), best };
}
