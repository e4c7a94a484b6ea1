import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { NewcomerCommand } from '../commands';
import { refusalOfDevice } from '../devices';
import type { Origin, SessionEvent } from '../events';
import type { SessionState } from '../state';

type Of<Type> = Extract<NewcomerCommand, { readonly type: Type }>;
type Decision = Result<readonly SessionEvent[], ErrorCode>;

export function decideNewcomer(state: SessionState, command: NewcomerCommand): Decision {
  return command.type === 'join' ? join(state, command) : takeSeat(state, command);
}

/** One seat for each token: asking again changes nothing, and who was kicked does not come back by joining. */
function join(state: SessionState, command: Of<'join'>): Decision {
  const { seat, name, token } = command;
  const held = state.seats.get(state.tokens.get(token) ?? '');
  if (held) return held.kicked ? err('kicked') : ok([]);
  if (state.locked) return err('room-locked');
  const refusal = refusalOfDevice(state, command);
  if (refusal) return err(refusal);
  if (isFull(state)) return err('room-full');
  return ok([{ type: 'seat-joined', seat, name, token, ...originOf(command) }]);
}

const originOf = ({ device, network }: Origin): Origin => ({
  ...(device !== undefined && { device }),
  ...(network !== undefined && { network }),
});

/** Counted only where it may be: a join costs the same in a full class as in an empty one. */
function isFull({ seats, limit }: SessionState): boolean {
  if (seats.size < limit) return false;
  return [...seats.values()].filter((seat) => !seat.kicked).length >= limit;
}

function takeSeat(state: SessionState, command: Of<'take-seat'>): Decision {
  const { ticket, token } = command;
  const seat = [...state.seats.values()].find((s) => s.ticket === ticket);
  if (!seat) return err('ticket-invalid');
  if (seat.kicked) return err('kicked');
  // Its own phone has scanned the QR: nothing moves, and the ticket stays good for the other device.
  if (seat.token === token && state.tokens.get(token) === seat.id) return ok([]);
  return ok([{ type: 'seat-moved', seat: seat.id, token, ...originOf(command) }]);
}
