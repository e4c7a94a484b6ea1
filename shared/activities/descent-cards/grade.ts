import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import type { Answer, Config, Submission } from './config';
import { fateOf } from './fate';
import { fates } from './fates';
import { dealt } from './orders';

const same = (one: Answer, other: Answer | undefined): boolean =>
  one.card === other?.card && one.fate === other.fate;

/** Each card once; answers are given one after the other, and none is given twice. */
export function check(
  { cards }: Config,
  submission: Submission,
  previous: Submission | null,
): Result<Submission, ErrorCode> {
  const { answers } = submission;
  const known = answers.every(({ card }) => card < cards.length);
  if (!known || new Set(answers.map(({ card }) => card)).size < answers.length)
    return err('submission-invalid');
  const kept = previous?.answers.every((answer, i) => same(answer, answers[i])) ?? true;
  return kept ? ok(submission) : err('already-answered');
}

/** Every card has got its answer. */
export const whole = ({ cards }: Config, { answers }: Submission): boolean => answers.length === cards.length;

/** How many cards got the right answer. */
export interface Hits {
  readonly right: number;
  readonly of: number;
}

/** An answer counts for the card that its seat was dealt then: what a neighbour sent is not one's own. */
export function measure(config: Config, { answers }: Submission, { seat }: Pick<Evidence, 'seat'>): Hits {
  const places = dealt(config, seat);
  const right = answers.filter(({ card, fate }, i) => {
    const asked = config.cards[card];
    return places[i] === card && asked !== undefined && fateOf(asked) === fate;
  });
  return { right: right.length, of: places.length };
}
export type Measure = Hits;

/** By chance a third is right. */
const CHANCE = 1 / fates.length;

/** max(0, (share of right cards − 1/3) x 3/2): 0 by chance and for always the same. */
export function grade(config: Config, submission: Submission, evidence: Pick<Evidence, 'seat'>): Grade {
  const { right, of } = measure(config, submission, evidence);
  return { score: Math.max(0, (right / of - CHANCE) / (1 - CHANCE)), right: right === of };
}
