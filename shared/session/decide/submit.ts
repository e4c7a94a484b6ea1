import type { ErrorCode } from '../../errors';
import { derive } from '../../rng';
import { err, ok, type Result } from '../../result';
import type { SeatCommand } from '../commands';
import type { SeatId, SessionEvent } from '../events';
import type { SessionState, StepState } from '../state';
import { speedFactor } from '../time';

/** The seed of a seat's own order and parameters in a step: derived, so that it need not be stored. */
export const seatSeed = (state: SessionState, seat: SeatId, step: number) =>
  derive(state.seed, `seat/${seat}/${step}`);

/** An answer counts if it reaches the log before the close; what the phone's clock says does not matter. */
export function submit(
  state: SessionState,
  seat: SeatId,
  { step: index, submission: raw }: SeatCommand,
  at: number,
): Result<readonly SessionEvent[], ErrorCode> {
  const refusal = mayAnswer(state, seat, index);
  if (refusal) return err(refusal);
  const step = state.steps[index] as StepState;
  const judged = step.activity.judge(raw, { seat: seatSeed(state, seat, index), secret: step.secret });
  if (!judged.ok) return judged;
  const { submission, grade } = judged.value;
  const points = Math.round(grade.score * worth(state, index) * timing(state, index, at));
  return ok([{ type: 'submitted', seat, step: index, submission, grade, points }]);
}

function mayAnswer(state: SessionState, seat: SeatId, index: number): ErrorCode | null {
  const holder = state.seats.get(seat);
  if (!holder) return 'seat-unknown';
  if (holder.kicked) return 'kicked';
  const step = state.steps[index];
  if (!step) return 'unknown-step';
  if (step.phase === 'waiting') return 'step-not-open';
  if (step.phase !== 'open') return 'too-late';
  return step.activity.counts === 'first' && step.answers.has(seat) ? 'already-answered' : null;
}

const worth = (state: SessionState, index: number) => state.lesson.steps[index]?.points ?? 0;

function timing(state: SessionState, index: number, at: number): number {
  const countdown = state.steps[index]?.countdown;
  return state.lesson.steps[index]?.timing === 'speed' && countdown ? speedFactor(countdown, at) : 1;
}
