import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { ServerCommand, Surroundings } from '../commands';
import type { SessionEvent } from '../events';
import type { SessionState } from '../state';
import { closing } from '../conductor/closing';
import { closesAt, seatsToWaitFor } from '../conductor/own-time';
import { hintDue } from '../hints/give';
import { jobEnded } from '../ledger/train';
import { classReckoned } from '../together/reckon';
import { endEmpty } from './end';

export function decideServer(
  state: SessionState,
  command: ServerCommand,
  around: Surroundings,
): Result<readonly SessionEvent[], ErrorCode> {
  if (command.type === 'resume') return ok([{ type: 'session-resumed' }]);
  if (command.type === 'result') return jobEnded(state, command);
  if (command.type === 'reckoned') return classReckoned(state, command);
  if (command.type === 'end-empty') return endEmpty(state, around);
  if (command.type === 'hint-due') return hintDue(state, command.step, command.hint, around.at);
  return deadline(state, command.step, around);
}

/** Closes a step whose time is over, or notes for whom it stays open. */
function deadline(
  state: SessionState,
  index: number,
  around: Surroundings,
): Result<readonly SessionEvent[], ErrorCode> {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'open') return err('wrong-phase');
  if (!step.countdown) return err('no-deadline');
  const { at, present } = around;
  const due = closesAt(state, step);
  if (due === null || at < due) return err('too-early');
  const waits = step.waits ? [] : seatsToWaitFor(state, step, present, at);
  if (waits.length > 0) return ok([{ type: 'time-over', step: index, waits }]);
  return ok(closing(state, index, 'deadline', around));
}
