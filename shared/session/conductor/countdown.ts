import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { SessionEvent } from '../events';
import type { Countdown, SessionState, StepState } from '../state';
import { MAX_EXTENSION } from './time';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

/** The countdown of a step that is open, or in another one of `phases`, or why it has none. */
function countdownOf(
  state: SessionState,
  index: number,
  phases: readonly StepState['phase'][] = ['open'],
): Result<Countdown, ErrorCode> {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (!phases.includes(step.phase)) return err('wrong-phase');
  return step.countdown ? ok(step.countdown) : err('no-deadline');
}

export function freeze(state: SessionState, step: number): Decision {
  const countdown = countdownOf(state, step);
  if (!countdown.ok) return countdown;
  return countdown.value.frozen === null ? ok([{ type: 'step-frozen', step }]) : err('wrong-phase');
}

export function unfreeze(state: SessionState, step: number): Decision {
  const countdown = countdownOf(state, step);
  if (!countdown.ok) return countdown;
  return countdown.value.frozen === null ? err('wrong-phase') : ok([{ type: 'step-unfrozen', step }]);
}

/** What a step is given once the teacher says that it closes soon, ms. */
export const SOON = 15_000;

/** Closes an open step in `SOON` ms, also one without a countdown. Frozen time goes on. */
export function closeSoon(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'open') return err('wrong-phase');
  const soon = { type: 'closing-soon', step: index, in: SOON } as const;
  return ok(step.countdown?.frozen == null ? [soon] : [{ type: 'step-unfrozen', step: index }, soon]);
}

/** Adds `by` ms, 1 s to 30 min, to the time that is left; also to a break's, which is over for the class alone. */
export function extend(state: SessionState, step: number, by: number): Decision {
  const countdown = countdownOf(state, step, ['open', 'shown']);
  if (!countdown.ok) return countdown;
  const sensible = Number.isInteger(by) && by >= 1_000 && by <= MAX_EXTENSION;
  return sensible ? ok([{ type: 'time-extended', step, by }]) : err('out-of-range');
}
