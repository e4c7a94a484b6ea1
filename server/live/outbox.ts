import type { ErrorCode } from '#shared/errors';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Carrier } from './carriers';

/** Where a session's frames go. Everything is encoded already, once for each room. */
export interface Outbox {
  readonly toRoom: (role: Role, frame: string) => void;
  /** `frame` is asked for only if somebody gets it; `except` does not. */
  readonly toSeat: (seat: SeatId, frame: () => string, except: Carrier | null) => void;
  /** Counters and class picture, to projector and desk. */
  readonly pulse: (pulse: string) => void;
  readonly roster: (roster: string) => void;
  /** Ends the connections of a seat, with the reason. */
  readonly dismiss: (seat: SeatId, code: ErrorCode) => void;
}
