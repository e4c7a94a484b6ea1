import type { OwnStep } from '#shared/session/views';

export type Verdict = 'right' | 'partly' | 'wrong' | 'answered' | 'none' | 'absent';

/** How a student did in a revealed step, in a word; `answered` where answers are worth nothing (`grades` false). */
export function verdictOf(
  { result, present, submission, earlier }: Pick<OwnStep, 'result' | 'present' | 'submission' | 'earlier'>,
  grades: boolean,
): Verdict {
  if (!grades && (submission ?? earlier ?? null) !== null) return 'answered';
  if (!result) return present ? 'none' : 'absent';
  if (result.right) return 'right';
  return result.score > 0 ? 'partly' : 'wrong';
}
