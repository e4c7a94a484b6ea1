import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import { decisions, SAMPLES, type Config, type Decision, type Submission } from './config';
import { turnsOf } from './deal';
import type { Turn } from './rule';

/** Decisions are made one after the other, and none is made twice. */
export function check(
  _config: Config,
  submission: Submission,
  previous: Submission | null,
): Result<Submission, ErrorCode> {
  const kept = previous?.decisions.every((decision, i) => submission.decisions[i] === decision) ?? true;
  return kept ? ok(submission) : err('already-answered');
}

/** Every sample has got its decision. */
export const whole = (_config: Config, { decisions: made }: Submission): boolean => made.length === SAMPLES;

/** Of the turns that ask for a decision, how many got it; a turn that nobody came to has none. */
export interface Recall {
  readonly right: number;
  readonly of: number;
}

export function recallOf(turns: readonly Turn[], made: readonly Decision[], asked: Decision): Recall {
  const due = [...turns.entries()].filter(([, { decision }]) => decision === asked);
  return { right: due.filter(([i]) => made[i] === asked).length, of: due.length };
}

/** By chance a third is right, and always the same decision is a third too: both are worth nothing. */
const CHANCE = 1 / decisions.length;

/** max(0, (mean recall of the decisions that are asked for − 1/3) / (2/3)); of all three in every order that is dealt. */
export function grade(
  config: Config,
  { decisions: made }: Submission,
  { seat }: Pick<Evidence, 'seat'>,
): Grade {
  const turns = turnsOf(config, seat);
  const recalls = decisions.map((asked) => recallOf(turns, made, asked)).filter(({ of }) => of > 0);
  const mean = recalls.reduce((sum, { right, of }) => sum + right / of, 0) / recalls.length;
  return {
    score: Math.max(0, (mean - CHANCE) / (1 - CHANCE)),
    right: turns.every(({ decision }, i) => made[i] === decision),
  };
}

export const measure = (
  config: Config,
  { decisions: made }: Submission,
  { seat }: Pick<Evidence, 'seat'>,
): Recall => {
  const turns = turnsOf(config, seat);
  return { right: turns.filter(({ decision }, i) => made[i] === decision).length, of: turns.length };
};
export type Measure = Recall;
