import type { Rehearsed, RehearsalRequest } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { Result } from '#shared/result';
import type { Hash, NameId, SeatId } from '#shared/session/events';
import type { Text } from '#shared/text';
import type { Round } from './round';
import type { ConnectionId } from './channel';
import type { SentCommand } from './sent-command';

/** Who wants to be shown the room. `had`: the seat that a phone's connection has had so far. */
export type Onlooker =
  | { readonly role: 'phone'; readonly token: Hash; readonly had: SeatId | null }
  | { readonly role: 'screen' | 'desk' };

/** A session in a few words, as of now. */
export interface SessionFacts {
  readonly lesson: { readonly id: string; readonly title: Text; readonly steps: number };
  /** When it began, ISO 8601. */
  readonly wall: string;
  /** Students who have a seat and were not kicked. */
  readonly students: number;
  readonly ended: boolean;
}

/** Whether anybody is there, and a number that grows whenever somebody comes or goes, or something happens. */
export interface Presence {
  /** A seat, a desk or a projector. */
  readonly anybody: boolean;
  readonly moves: number;
}

/** How a newcomer's command ended; `seat` is the one that the sender's secret has now, if it was accepted. */
export interface CameIn {
  readonly ack: Ack;
  readonly seat: SeatId | null;
}

/**
 * What everybody else may ask of a room. Nobody sees its state: questions are answered with promises of plain data,
 * and what is shown goes out through the room's channel, so that a room may live in another thread or process.
 */
export interface RoomHandle {
  readonly id: string;
  readonly code: string;
  /** The teacher whose session it is. */
  readonly host: string;
  /** Whether a secret has, or had, a seat here. Asked at any moment: the answer may not be durable yet. */
  readonly knows: (token: Hash) => Promise<boolean>;
  /** The seat of a phone's secret, null before it has one; or why it may not come in. Durable. */
  readonly admit: (token: Hash) => Promise<Result<SeatId | null, ErrorCode>>;
  readonly facts: () => Promise<SessionFacts>;
  /** Resolves once the outcome is certain: `ok` means durable. `connection` will carry the ack. */
  readonly execute: (command: SentCommand, connection?: ConnectionId | null) => Promise<Ack>;
  /** The same for a join or a ticket, by the secret of the sender. */
  readonly comeIn: (command: SentCommand, token: Hash) => Promise<CameIn>;
  /** Has the channel greet a connection, at a moment when the state is durable. */
  readonly greet: (connection: ConnectionId, onlooker: Onlooker) => void;
  /**
   * A position while tuning; the latest of each seat makes the class picture, and counts at the close if nothing was sent.
   * Whatever comes from where there is something to tap is a tap.
   */
  readonly tune: (seat: SeatId, step: number, draft: unknown) => void;
  /** How far a seat has turned the line with which one warms up in the lobby. */
  readonly warmUp: (seat: SeatId, degrees: number) => void;
  /** One more connection of a seat, and one less. */
  readonly arrive: (seat: SeatId) => void;
  readonly leave: (seat: SeatId) => void;
  /** One more desk or projector, and one less. */
  readonly lookOn: (by: 1 | -1) => void;
  /** One more connection, whosever it is, and one less: a session to which nobody is connected may be let go. */
  readonly connected: (by: 1 | -1) => void;
  readonly presence: () => Promise<Presence>;
  /** What a simulated student hands in; refuses with a code (see server/rehearsal). */
  readonly rehearse: (asked: RehearsalRequest) => Promise<Result<Rehearsed, ErrorCode>>;
  /** What is open for answers; null: nothing is. */
  readonly round: () => Promise<Round | null>;
  /** The names that are shown, each with its seat; all of them durable. */
  readonly named: () => Promise<ReadonlyMap<NameId, SeatId>>;
  /** Names that were erased from the log: once it resolves, whoever looks is shown the room without them. */
  readonly forget: (rows: readonly NameId[], seat: SeatId) => Promise<void>;
  /** The teacher picked another address: the projector's QR follows. */
  readonly addressChanged: () => void;
}
