import type { SeatId } from '../events';
import type { Answer, SessionState } from '../state';

/** Forgets what a seat has written, as the state of a log would that has it no longer. Changes the state in place. */
export function forgetWords(state: SessionState, seat: SeatId): void {
  for (const step of state.steps) {
    const submission = step.activity.answers?.erased ?? null;
    if (submission === null) continue;
    const forgotten = (answer: Answer) => ({ ...answer, submission });
    const [now, before] = [step.answers.get(seat), step.firstVote?.get(seat)];
    if (now) step.answers.set(seat, forgotten(now));
    if (before) step.firstVote = new Map(step.firstVote).set(seat, forgotten(before));
  }
}
