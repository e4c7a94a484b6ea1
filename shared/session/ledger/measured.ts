import type { SeatId } from '../events';
import type { Answer, SessionState } from '../state';
import { evidenceOf } from './evidence';
import { seatSeed } from './positions';
import { readingOf } from './read';

/** What an answer came to as its own kind measures it: once it is graded, or as it was read; null: nothing. */
export function measured(
  state: SessionState,
  index: number,
  seat: SeatId,
  answer: Pick<Answer, 'submission' | 'job' | 'outcome'>,
): unknown {
  const step = state.steps[index];
  const { submission, job, outcome } = answer;
  if (!step) return null;
  const { reads, grades } = step.activity;
  if (reads) return reads.measure({ seat: seatSeed(state, seat, index), submission }, readingOf(step, seat));
  if (outcome !== 'graded' || !grades) return null;
  return grades.measure(submission, evidenceOf(state, index, seat, job));
}
