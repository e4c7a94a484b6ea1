import type { ErrorCode } from '#shared/errors';
import type { Hash, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';

/** Why a phone may not be in the room as `seat`, or, with null, as somebody who has none yet; null: it may. */
export function refusalOf(state: SessionState, token: Hash, seat: SeatId | null): ErrorCode | null {
  if (seat === null && !state.moved.has(token)) return state.stage.at === 'ended' ? 'session-ended' : null;
  if (seat === null || state.tokens.get(token) !== seat) return 'seat-moved';
  return state.seats.get(seat)?.kicked ? 'kicked' : null;
}
