import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { SeatId } from '../events';
import type { Countdown, SessionState, StepState } from '../state';
import { ownCountdown } from './own-time';
import { isOver, speedFactor } from './time';

/** What a conductor grants a seat that wants to hand something in. */
export interface Turn {
  readonly step: StepState;
  /** The step's points. */
  readonly worth: number;
  /** What is left of them at this moment, from 1/2 to 1. */
  readonly timing: number;
}

/**
 * Whether a seat may answer a step now: it has a seat, the step is open and the seat's own time is not over. What the
 * phone's clock says does not matter. Refuses with `seat-unknown`, `kicked`, `unknown-step`, `step-not-open` or
 * `too-late`.
 */
export function turnOf(
  state: SessionState,
  seat: SeatId,
  index: number,
  at: number,
): Result<Turn, ErrorCode> {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  if (holder.kicked) return err('kicked');
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase === 'waiting' || step.phase === 'shown') return err('step-not-open');
  if (step.phase !== 'open') return err('too-late');
  const countdown = ownCountdown(state, step, seat);
  if (countdown && isOver(countdown, at)) return err('too-late');
  return ok(granted(state, index, step, countdown, at));
}

/**
 * The turn that the close gives to a seat in an open step, for what it had set before: its own time may be over by then.
 * Null for who has no seat or was kicked.
 */
export function lastTurn(state: SessionState, seat: SeatId, index: number, at: number): Turn | null {
  const step = state.steps[index];
  if (step?.phase !== 'open' || state.seats.get(seat)?.kicked !== false) return null;
  return granted(state, index, step, ownCountdown(state, step, seat), at);
}

function granted(
  state: SessionState,
  index: number,
  step: StepState,
  countdown: Countdown | null,
  at: number,
): Turn {
  const lesson = state.lesson.steps[index];
  // A step that had no countdown before its close was announced has no speed either.
  const timed = lesson?.timing === 'speed' && lesson.seconds !== null;
  const timing = timed && countdown ? speedFactor(countdown, at) : 1;
  return { step, worth: lesson?.points ?? 0, timing };
}
