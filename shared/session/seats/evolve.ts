import { rank } from '../board';
import { deviceOf, sitting } from '../devices';
import type { EventType, SeatId } from '../events';
import type { Handlers } from '../handlers';
import type { Seat, SessionState } from '../state';

type OfSeats = Extract<EventType, `seat-${string}` | `seats-${string}` | 'ticket-issued'>;

/** Who comes in, leaves, moves, and at what pace. */
export const seatHandlers: Handlers<OfSeats> = {
  'seat-joined': (state, event, { at }) => {
    const { seat: id, name, token, network = null } = event;
    const device = deviceOf(event, id);
    const seat: Seat = {
      ...{ id, name, token, ticket: null, kicked: false, pace: 10 },
      ...{ device, network, joinedAt: at },
    };
    state.seats.set(id, seat);
    state.tokens.set(token, id);
    sitting(state, seat, seat);
  },
  'seat-renamed': (state, { seat, name }) => {
    seatOf(state, seat).name = name;
  },
  'seat-kicked': (state, { seat }) => {
    seatOf(state, seat).kicked = true;
    rank(state);
  },
  'seat-readmitted': (state, { seat }) => {
    seatOf(state, seat).kicked = false;
    rank(state);
  },
  'seats-kicked': (state, { seats }) => {
    for (const seat of seats) seatOf(state, seat).kicked = true;
    rank(state);
  },
  'seats-readmitted': (state, { seats }) => {
    for (const seat of seats) seatOf(state, seat).kicked = false;
    rank(state);
  },
  'seat-paced': (state, { seat, pace }) => {
    seatOf(state, seat).pace = pace;
    for (const step of state.steps) step.waits = null;
  },
  'ticket-issued': (state, { seat, ticket }) => {
    seatOf(state, seat).ticket = ticket;
  },
  'seat-moved': (state, event) => {
    const { seat, token, network = null } = event;
    const holder = seatOf(state, seat);
    // The old token may have taken another seat meanwhile; then it has not lost its own.
    if (state.tokens.get(holder.token) === seat) {
      state.tokens.delete(holder.token);
      state.moved.add(holder.token);
    }
    state.tokens.set(token, seat);
    state.moved.delete(token);
    holder.token = token;
    holder.ticket = null;
    sitting(state, holder, { device: deviceOf(event, seat), network });
  },
};

function seatOf(state: SessionState, id: SeatId): Seat {
  const seat = state.seats.get(id);
  if (!seat) throw new Error(`no seat ${id}`);
  return seat;
}
