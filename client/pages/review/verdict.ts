import type { ReviewAnswer, ReviewStep, ReviewStudent, ReviewSubmission } from '#shared/session/review';

/** How a student fared in a step, as the table shows it. */
export type Verdict = 'right' | 'partial' | 'wrong' | 'silent' | 'absent';

/** The submission that stood at the close. */
export const counted = ({ submissions }: ReviewAnswer): ReviewSubmission | null =>
  submissions.find((one) => one.counts) ?? null;

export function judged({
  right,
  score,
}: Pick<ReviewSubmission, 'right' | 'score'>): 'right' | 'partial' | 'wrong' {
  if (right) return 'right';
  return score > 0 ? 'partial' : 'wrong';
}

export function verdictOf(answer: ReviewAnswer): Verdict {
  const standing = counted(answer);
  if (standing) return judged(standing);
  return answer.present ? 'silent' : 'absent';
}

/** The mean over the steps that counted, 0..1; null if none did. */
export function lessonMean(steps: readonly ReviewStep[]): number | null {
  const means = steps.filter(({ phase }) => phase === 'revealed').flatMap(({ meanScore }) => meanScore ?? []);
  return means.length > 0 ? means.reduce((sum, mean) => sum + mean, 0) / means.length : null;
}

/** Who was there for a step and did not get it right: whom to ask how they thought, the first of the board first. */
export const toAsk = (students: readonly ReviewStudent[], step: number): readonly ReviewStudent[] =>
  students.filter((student) => {
    const answer = student.steps[step];
    return (
      !student.kicked && answer !== undefined && ['partial', 'wrong', 'silent'].includes(verdictOf(answer))
    );
  });
