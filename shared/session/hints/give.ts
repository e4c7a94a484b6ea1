import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { SessionEvent } from '../events';
import type { SessionState } from '../state';
import { hintAt } from './due';
import { nextHint } from './hint';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

/**
 * Gives an open step's hint of that number; one that was given already changes nothing. Refuses with `unknown-step`,
 * `wrong-phase` (the step is not open) or `out-of-range` (it is not the next one).
 */
export function giveHint(state: SessionState, index: number, hint: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (hint <= step.hints) return ok([]);
  if (step.phase !== 'open') return err('wrong-phase');
  if (nextHint(state, index)?.hint !== hint) return err('out-of-range');
  return ok([{ type: 'hint-given', step: index, hint }]);
}

/** The same for a hint whose time has come; before that: `too-early`. */
export function hintDue(state: SessionState, index: number, hint: number, at: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (hint <= step.hints) return ok([]);
  const due = hintAt(state, index);
  return due === null || at < due ? err('too-early') : giveHint(state, index, hint);
}
