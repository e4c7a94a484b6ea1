import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Hash, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';

/** Why a phone may not be in the room with the seat of its secret, or as somebody who has none yet; null: it may. */
export function refusalOf(state: SessionState, token: Hash, had: SeatId | null): ErrorCode | null {
  const seat = state.tokens.get(token);
  if (seat !== undefined) return state.seats.get(seat)?.kicked ? 'kicked' : null;
  if (had !== null || state.moved.has(token)) return 'seat-moved';
  return state.stage.at === 'ended' ? 'session-ended' : null;
}

/**
 * The seat of a phone's secret, null before it has one; or why it may not come in. Asked between two commits: a seat that is
 * not on the disk yet may never be, and one that moves may stay.
 */
export function admissionOf(state: SessionState, token: Hash): Result<SeatId | null, ErrorCode> {
  const seat = state.tokens.get(token) ?? null;
  const refusal = refusalOf(state, token, seat);
  return refusal ? err(refusal) : ok(seat);
}
