import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Command, SeatCommand, Submit } from './commands';
import { isDeviceBusy } from './devices';
import type { SeatId, SessionEvent } from './events';
import type { Ended, SessionState, StepLedger } from './state';
import { undoEnd } from './decide/end';
import { decideHost } from './decide/host';
import { decideNewcomer } from './decide/newcomer';
import { decideServer } from './decide/server';
import { turnOf } from './conductor/turn';
import { seedsOf } from './ledger/positions';
import { submit } from './ledger/submit';
import { predict } from './predictions/predict';

/**
 * What a command does to a session: the events that follow from it, none if it is in the log already, or the code
 * of why not. Pure; the rules are numbered in SPEC.md.
 */
export function decide(state: SessionState, command: Command): Result<readonly SessionEvent[], ErrorCode> {
  if (state.commands.has(command.id)) return ok([]);
  if (state.ended) return afterEnd(state.ended, state, command);
  switch (command.role) {
    case 'host':
      return decideHost(state, command.command, command);
    case 'newcomer':
      return decideNewcomer(state, command.command);
    case 'seat':
      return decideSeat(state, command.seat, command.command, command.at);
    case 'server':
      return decideServer(state, command.command, command);
  }
}

/** Once a session is over it can only be taken back that it is. */
function afterEnd(
  ended: Ended,
  state: SessionState,
  command: Command,
): Result<readonly SessionEvent[], ErrorCode> {
  const undoes = command.role === 'host' && command.command.type === 'undo-end';
  return undoes ? undoEnd(state, ended, command.at) : err('session-ended');
}

function decideSeat(
  state: SessionState,
  seat: SeatId,
  command: SeatCommand,
  at: number,
): Result<readonly SessionEvent[], ErrorCode> {
  return command.type === 'predict'
    ? predict(state, seat, command.step, command)
    : answer(state, seat, command, at);
}

/** The conductor says whether the seat may answer now, and the ledger what becomes of it. */
function answer(
  state: SessionState,
  seat: SeatId,
  { step, submission, sentBy }: Submit,
  at: number,
): Result<readonly SessionEvent[], ErrorCode> {
  const turn = turnOf(state, seat, step, at);
  if (!turn.ok) return turn;
  const { step: ledger, worth, timing } = turn.value;
  const seeds = seedsOf(state, seat, step, ledger.secret);
  const handed = { seat, step, submission, sentBy: sentBy ?? 'student', seeds, worth, timing } as const;
  const events = submit(ledger, handed);
  const waits = events.ok && events.value.some((event) => mustWait(state, ledger, event));
  return waits ? err('too-fast') : events;
}

/** Whether a submission has to be trained while its device has enough that waits for that. */
const mustWait = (state: SessionState, ledger: StepLedger, event: SessionEvent): boolean =>
  event.type === 'submitted' &&
  event.outcome === 'pending' &&
  event.job !== null &&
  isDeviceBusy(state, event.seat, ledger, event.job.key);
