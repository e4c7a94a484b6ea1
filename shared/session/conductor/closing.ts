import type { Surroundings } from '../commands';
import type { EventOf, SeatId, SessionEvent } from '../events';
import { seedsOf } from '../ledger/positions';
import { readingAsked } from '../ledger/reading';
import { submit } from '../ledger/submit';
import type { SessionState } from '../state';
import { lastTurn } from './turn';

/**
 * The close of an open step; before it, in the same commit, what students had set there and not sent, and after it what
 * the step wants to have read.
 */
export function closing(
  state: SessionState,
  step: number,
  by: EventOf<'step-closed'>['by'],
  { at, present, held }: Surroundings,
): SessionEvent[] {
  const drafts = held?.step === step ? [...held.drafts] : [];
  const taken = drafts.flatMap(([seat, draft]) => takenIn(state, seat, step, draft, at));
  const seats = taken.flatMap((event) => ('seat' in event ? [event.seat] : []));
  return [
    ...taken,
    { type: 'step-closed', step, by, present: [...present] },
    ...readingAsked(state, step, seats),
  ];
}

/** What becomes of a draft at the close: nothing where its seat has answered, where it fits no more, or would be trained. */
function takenIn(
  state: SessionState,
  seat: SeatId,
  index: number,
  submission: unknown,
  at: number,
): readonly SessionEvent[] {
  const turn = lastTurn(state, seat, index, at);
  if (!turn) return [];
  const { step, worth, timing } = turn;
  const { drafts, trains } = step.activity;
  if (!drafts || trains) return [];
  const seeds = seedsOf(state, seat, index, step.secret);
  const taken = submit(step, { seat, step: index, submission, sentBy: 'close', seeds, worth, timing });
  return taken.ok ? taken.value : [];
}
