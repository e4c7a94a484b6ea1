import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { ServerCommand, Surroundings } from '../commands';
import type { SessionEvent } from '../events';
import type { SessionState } from '../state';
import { GRACE } from '../time';
import { jobEnded } from './train';

export function decideServer(
  state: SessionState,
  command: ServerCommand,
  { at, present }: Surroundings,
): Result<readonly SessionEvent[], ErrorCode> {
  if (command.type === 'resume') return ok([{ type: 'session-resumed' }]);
  if (command.type === 'result') return jobEnded(state, command);
  const step = state.steps[command.step];
  if (!step) return err('unknown-step');
  if (step.phase !== 'open') return err('wrong-phase');
  if (!step.countdown) return err('no-deadline');
  if (step.countdown.frozen !== null || at < step.countdown.deadline + GRACE) return err('too-early');
  return ok([{ type: 'step-closed', step: command.step, by: 'deadline', present: [...present] }]);
}
