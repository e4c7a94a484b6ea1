import type { SeatId } from '#shared/session/events';
import type { Audience, OwnPart } from '#shared/session/views';

/** Seats that some events concern, and which parts of their own views. */
export interface Addressees {
  /** Which parts of everybody's; null: not everybody is concerned. */
  readonly everybody: 'all' | readonly OwnPart[] | null;
  readonly seats: ReadonlyMap<SeatId, 'all' | readonly OwnPart[]>;
}

type Parts = Addressees['everybody'];

const both = (a: Parts | undefined, b: 'all' | readonly OwnPart[]): 'all' | readonly OwnPart[] =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...(a ?? []), ...b])];

export function addressees(audiences: readonly Audience[]): Addressees {
  let everybody: Parts = null;
  const seats = new Map<SeatId, 'all' | readonly OwnPart[]>();
  for (const { seats: whom, own } of audiences) {
    if (whom === 'all') everybody = both(everybody, own);
    else if (whom !== 'none') for (const seat of whom) seats.set(seat, both(seats.get(seat), own));
  }
  return { everybody, seats };
}

/** What of one seat's own view is to be told. */
export function partsFor({ everybody, seats }: Addressees, seat: SeatId): 'all' | readonly OwnPart[] {
  const mine = seats.get(seat);
  return mine === undefined ? (everybody ?? []) : both(everybody, mine);
}
