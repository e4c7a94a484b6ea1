import type { Countdown, StepState } from '../state';
import { cut, resumed, started } from './time';

/** Opens a step; `total` null: until the teacher closes it. */
export function opened(step: StepState, at: number, reading: number, total: number | null): void {
  step.phase = 'open';
  step.countdown = total === null ? null : started(at, reading, total);
  step.openedAt = at + reading;
  step.waits = null;
}

/** A step that nobody answers has come on stage: that is all it does. */
export function shown(step: StepState): void {
  if (step.activity.answers === null) step.phase = 'shown';
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
