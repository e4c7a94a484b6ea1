import { rank } from '../board';
import { deviceOf, sitting } from '../devices';
import { toReckon } from '../together/evolve';
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
    setKicked(state, [seat], true);
  },
  'seat-readmitted': (state, { seat }) => {
    setKicked(state, [seat], false);
  },
  'seats-kicked': (state, { seats }) => {
    setKicked(state, seats, true);
  },
  'seats-readmitted': (state, { seats }) => {
    setKicked(state, seats, false);
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

/** Who is in and who is not is another class, too, where that has been sent and is not revealed. */
function setKicked(state: SessionState, seats: readonly SeatId[], kicked: boolean): void {
  for (const seat of seats) seatOf(state, seat).kicked = kicked;
  for (const step of state.steps) if (seats.some((seat) => step.answers.has(seat))) toReckon(state, step);
  rank(state);
}

function seatOf(state: SessionState, id: SeatId): Seat {
  const seat = state.seats.get(id);
  if (!seat) throw new Error(`no seat ${id}`);
  return seat;
}
