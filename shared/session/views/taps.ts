import type { SeatId } from '../events';
import type { Numbered, SessionState } from '../state';

/** Held in memory for a seat that has tapped at the step of that number: it stands in no log, and counts nowhere. */
export interface Tap {
  readonly tapped: number;
}

/** Who has tapped, as what phones tell while they tune is held. */
type Held = ReadonlyMap<SeatId, unknown>;

/** Whether there is something to tap at a step that is only shown. */
export const taps = ({ activity, phase }: Numbered['step']): boolean => phase === 'shown' && activity.taps;

/** Whether a seat has tapped at the step of that number. */
export function hasTapped(held: Held, seat: SeatId, index: number): boolean {
  const draft = held.get(seat);
  return typeof draft === 'object' && draft !== null && 'tapped' in draft && draft.tapped === index;
}

/** How many have; who was kicked is not counted. */
export const tappedIn = ({ seats }: SessionState, held: Held, index: number): number =>
  [...held.keys()].filter((seat) => seats.get(seat)?.kicked === false && hasTapped(held, seat, index)).length;
