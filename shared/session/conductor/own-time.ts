import type { SeatId } from '../events';
import type { Countdown, SessionState, StepState } from '../state';
import { GRACE, isOver, paced } from './time';

/** A seat's own countdown in an open step; null where it has none. */
export function ownCountdown(state: SessionState, step: StepState, id: SeatId): Countdown | null {
  const seat = state.seats.get(id);
  return step.countdown && seat ? paced(step.countdown, seat.pace) : null;
}

/** Whether a seat has more time than the class, and may still do something with it. */
function mayGoOn(state: SessionState, step: StepState, id: SeatId): boolean {
  const seat = state.seats.get(id);
  if (!seat || seat.kicked || seat.pace === 10) return false;
  return step.activity.answers?.counts === 'last' || step.answers.get(id)?.vote !== step.vote;
}

/** Of `present`, the seats that an open step has to stay open for at the class's zero. */
export function seatsToWaitFor(
  state: SessionState,
  step: StepState,
  present: ReadonlySet<SeatId>,
  at: number,
): SeatId[] {
  const timeIsOver = (id: SeatId) => {
    const countdown = ownCountdown(state, step, id);
    return countdown !== null && isOver(countdown, at);
  };
  return [...present].filter((id) => mayGoOn(state, step, id) && !timeIsOver(id));
}

/**
 * When the server looks whether an open step is to be closed: a second after the class's zero and, if it stays open
 * for others, a second after the last of theirs. Null: by itself never.
 */
export function closesAt(state: SessionState, step: StepState): number | null {
  const { countdown, waits } = step;
  if (!countdown || countdown.frozen !== null) return null;
  const zeros = [...(waits ?? [])]
    .filter((id) => mayGoOn(state, step, id))
    .map((id) => ownCountdown(state, step, id)?.deadline ?? Infinity);
  const last = Math.max(countdown.deadline, ...zeros);
  return last === Infinity ? null : last + GRACE;
}
