import type { OwnStep } from '#shared/session/views';

export type Verdict = 'right' | 'partly' | 'wrong' | 'none' | 'absent';

/** How a student did in a revealed step, in a word. */
export function verdictOf({ result, present }: Pick<OwnStep, 'result' | 'present'>): Verdict {
  if (!result) return present ? 'none' : 'absent';
  if (result.right) return 'right';
  return result.score > 0 ? 'partly' : 'wrong';
}
