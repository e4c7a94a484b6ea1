import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Hash, NameId, Pace, SeatId, SessionEvent } from '../events';
import type { SessionState } from '../state';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

export function rename(state: SessionState, seat: SeatId, name: NameId): Decision {
  return state.seats.has(seat) ? ok([{ type: 'seat-renamed', seat, name }]) : err('seat-unknown');
}

/** A kicked seat keeps what it did, but is shown nowhere and may do nothing until it is readmitted. */
export function kick(state: SessionState, seat: SeatId): Decision {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  return ok(holder.kicked ? [] : [{ type: 'seat-kicked', seat }]);
}

export function readmit(state: SessionState, seat: SeatId): Decision {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  return ok(holder.kicked ? [{ type: 'seat-readmitted', seat }] : []);
}

/** The same for many seats in one commit. Those that do not exist are passed over: a desk may not have heard yet. */
export function kickAll(state: SessionState, seats: readonly SeatId[]): Decision {
  const out = those(state, seats, false);
  return ok(out.length > 0 ? [{ type: 'seats-kicked', seats: out }] : []);
}

export function readmitAll(state: SessionState, seats: readonly SeatId[]): Decision {
  const back = those(state, seats, true);
  return ok(back.length > 0 ? [{ type: 'seats-readmitted', seats: back }] : []);
}

const those = (state: SessionState, seats: readonly SeatId[], kicked: boolean): readonly SeatId[] =>
  [...new Set(seats)].filter((seat) => state.seats.get(seat)?.kicked === kicked);

/** Gives a seat its own time; also in a step that is open, from its opening. */
export function setPace(state: SessionState, seat: SeatId, pace: Pace): Decision {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  return ok(holder.pace === pace ? [] : [{ type: 'seat-paced', seat, pace }]);
}

/** A ticket moves a seat to another device, once; a new one makes the old one worthless. */
export function issueTicket(state: SessionState, seat: SeatId, ticket: Hash): Decision {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  return holder.kicked ? err('kicked') : ok([{ type: 'ticket-issued', seat, ticket }]);
}
