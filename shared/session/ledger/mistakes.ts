import type { Mistake } from '../../activities/activity';
import type { SeatId } from '../events';
import { gradeOf, type SessionState } from '../state';
import { evidenceOf } from './evidence';

/**
 * Who made which mistakes that have a name, with the answer that counts; who was kicked is among them. The grade in the
 * log says what is right, not that of today.
 */
export function mistakesIn(state: SessionState, index: number): ReadonlyMap<SeatId, readonly Mistake[]> {
  const made = new Map<SeatId, readonly Mistake[]>();
  const step = state.steps[index];
  if (!step?.activity.grades) return made;
  for (const [seat, { submission, job, ...outcome }] of step.answers) {
    if (gradeOf(outcome)?.right !== false) continue;
    made.set(seat, step.activity.grades.mistakes(submission, evidenceOf(state, index, seat, job)));
  }
  return made;
}
