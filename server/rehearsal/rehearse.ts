import type { Rehearsed, RehearsalRequest } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { rng } from '#shared/rng';
import { seatSeed } from '#shared/session/ledger/positions';
import { openStep, type SessionState } from '#shared/session/state';
import { turnsOf } from './turns';

/**
 * What a simulated student in this seat would hand in at the step that is open. The same request gets the same
 * answer. Refuses with `step-not-open` and `seat-unknown`.
 */
export function rehearse(
  state: SessionState,
  { seat, step, mood, seed }: RehearsalRequest,
): Result<Rehearsed, ErrorCode> {
  const open = openStep(state);
  if (open?.index !== step) return err('step-not-open');
  if (state.seats.get(seat)?.kicked !== false) return err('seat-unknown');
  const own = seatSeed(state, seat, step);
  return ok({ turns: turnsOf(open.step.activity, mood, own, rng(seed, 'rehearsal')) });
}
