import type { ReviewAnswer, ReviewSubmission } from './review';

/**
 * How a student fared in a step. `answered`: where answers have no grade; `unscored`: the server could not score it, so
 * it counts for nothing.
 */
export type Verdict = 'right' | 'partial' | 'wrong' | 'answered' | 'unscored' | 'silent' | 'absent';

/** The submission that stood at the close. */
export const counted = ({ submissions }: ReviewAnswer): ReviewSubmission | null =>
  submissions.find((one) => one.counts) ?? null;

export function judged({
  right,
  score,
  outcome,
}: Pick<ReviewSubmission, 'right' | 'score' | 'outcome'>): Exclude<Verdict, 'silent' | 'absent'> {
  if (outcome === 'ungraded') return 'answered';
  if (score === null) return 'unscored';
  if (right) return 'right';
  return score > 0 ? 'partial' : 'wrong';
}

export function verdictOf(answer: ReviewAnswer): Verdict {
  const standing = counted(answer);
  if (standing) return judged(standing);
  return answer.present ? 'silent' : 'absent';
}
