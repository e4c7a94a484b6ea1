import type { ErrorCode } from '#shared/errors';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';

/** A connection, as far as a room knows it: a name that no other one has. */
export type ConnectionId = string;

/** What somebody who has just come in is shown, or why they have to go. */
export type Greeting =
  | { readonly refusal: ErrorCode }
  | {
      readonly refusal: null;
      /** The seat that a phone's secret has; null before it has one, and for projector and desk. */
      readonly seat: SeatId | null;
      /** The first frame, which is whole; from then on there are changes. */
      readonly frame: string;
      /** Counters and class picture, for projector and desk. */
      readonly pulse: string | null;
      /** The whole list of students, for the desk. */
      readonly roster: string | null;
      /** Seats of the session. */
      readonly students: number;
    };

/** A frame for one seat: its beginning is often the same for many, and encoded once for them. */
export interface SeatFrame {
  readonly beginning: string;
  /** Asked for only if somebody gets it. */
  readonly end: () => string;
}

/**
 * The way from a room to its connections. What goes in comes out in the same order, so a greeting and the changes
 * after it fit together wherever the other end is. Everything is encoded already, once for each kind of receiver.
 */
export interface Channel {
  /** Answers one `greet` of the room's handle. */
  readonly greet: (connection: ConnectionId, greeting: Greeting) => void;
  readonly toRoom: (role: Role, frame: string) => void;
  /** `except` does not get it. */
  readonly toSeat: (seat: SeatId, frame: SeatFrame, except: ConnectionId | null) => void;
  /** Counters and class picture, to projector and desk. */
  readonly pulse: (pulse: string) => void;
  readonly roster: (roster: string) => void;
  /** Ends the connections of a seat, with the reason. */
  readonly dismiss: (seat: SeatId, code: ErrorCode) => void;
  /** Ends every connection of the session, with the reason. */
  readonly dismissAll: (code: ErrorCode) => void;
}
