import type { Countdown, StepState } from '../state';
import { cut, extended, resumed, started } from './time';

/** Opens a step; `total` null: until the teacher closes it. */
export function opened(step: StepState, at: number, reading: number, total: number | null): void {
  step.phase = 'open';
  step.countdown = total === null ? null : started(at, reading, total);
  step.openedAt = at + reading;
  step.waits = null;
}

/** A step that nobody answers has come on stage: that is all it does. `total`: how long it lasts, ms, from now on; null: nobody says. */
export function shown(step: StepState, at: number, total: number | null): void {
  if (step.activity.answers !== null) return;
  step.phase = 'shown';
  step.countdown = total === null ? null : started(at, 0, total);
}

/** More time for a step. What is only shown is not closed at its zero: past it the time begins again. */
export function given(step: StepState, at: number, by: number): void {
  const past = step.phase === 'shown' && step.countdown ? Math.max(0, at - step.countdown.deadline) : 0;
  onCountdown(step, (countdown) => extended(countdown, past + by));
}

/** The class has `left` ms more, also where there was no countdown; what is left already is not made longer. */
export function closingSoon(step: StepState, at: number, left: number): void {
  const { countdown, openedAt } = step;
  step.waits = null;
  step.countdown = countdown
    ? cut(countdown, at, left)
    : started(openedAt ?? at, 0, at + left - (openedAt ?? at));
}

/** After a restart: a running countdown gets its time back, and who is waited for is asked anew. */
export function restarted(step: StepState, at: number): void {
  step.waits = null;
  if (step.phase === 'open' && step.countdown?.frozen === null) step.countdown = resumed(step.countdown, at);
}

export function onCountdown(step: StepState, change: (countdown: Countdown) => Countdown): void {
  if (step.countdown) step.countdown = change(step.countdown);
}
