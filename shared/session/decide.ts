import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Command } from './commands';
import type { SessionEvent } from './events';
import type { SessionState } from './state';
import { decideHost } from './decide/host';
import { decideNewcomer } from './decide/newcomer';
import { decideServer } from './decide/server';
import { submit } from './decide/submit';

/**
 * What a command does to a session: the events that follow from it, none if it is in the log already, or the code
 * of why not. Pure; the rules are numbered in SPEC.md.
 */
export function decide(state: SessionState, command: Command): Result<readonly SessionEvent[], ErrorCode> {
  if (state.commands.has(command.id)) return ok([]);
  if (state.stage.at === 'ended') return err('session-ended');
  switch (command.role) {
    case 'host':
      return decideHost(state, command.command, command);
    case 'newcomer':
      return decideNewcomer(state, command.command);
    case 'seat':
      return submit(state, command.seat, command.command, command.at);
    case 'server':
      return decideServer(state, command.command, command);
  }
}
