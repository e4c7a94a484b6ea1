import type { Verdict } from '#shared/session/verdict';
import type { OwnStep } from '#shared/session/views';

/** How a student did in a revealed step, as their own phone knows it; `grades`: whether answers are worth something. */
export function outcomeOf(
  { result, present, submission, earlier }: Pick<OwnStep, 'result' | 'present' | 'submission' | 'earlier'>,
  grades: boolean,
): Exclude<Verdict, 'unscored'> {
  if (!grades && (submission ?? earlier ?? null) !== null) return 'answered';
  if (!result) return present ? 'silent' : 'absent';
  if (result.right) return 'right';
  return result.score > 0 ? 'partial' : 'wrong';
}
