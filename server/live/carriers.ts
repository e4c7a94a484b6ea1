import type { SeatId } from '#shared/session/events';

/** A connection, as far as a room knows it: something that is the same again or not. */
export type Carrier = object;

/** The connections over which seats sent what was just made durable: their acks tell them, no frame has to. */
export type Carriers = ReadonlyMap<SeatId, Carrier>;
