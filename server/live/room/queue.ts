import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Entry } from '../../storage/log/port';
import type { ConnectionId } from '../channel';
import type { SentCommand } from '../sent-command';

/** A command in a room's queue, and who waits for its outcome. */
export interface Queued {
  readonly command: SentCommand;
  /** The connection that will carry the ack. */
  readonly connection: ConnectionId | null;
  /** When it came, on the session's clock: what it waits for the disk costs nobody time. */
  readonly arrived: number;
  readonly settle: (ack: Ack) => void;
}

/** A command that was decided, with what it adds to the log. */
export interface Decided {
  readonly queued: Queued;
  readonly entry: Entry;
}

/**
 * For each seat whose command was just made durable, the connection that sent it. That one hears of it by the ack; the
 * seat's other connections need a frame.
 */
export type Senders = ReadonlyMap<SeatId, ConnectionId>;

/** The seq of the last event of an entry. */
export const seqOf = ({ events }: Entry): number => events.at(-1)?.seq ?? 0;

/** Who has sent the answers of a batch, and over which connection. */
export function sendersOf(decided: readonly Decided[]): Senders {
  const senders = new Map<SeatId, ConnectionId>();
  for (const { queued } of decided) {
    const { connection, command } = queued;
    if (connection !== null && command.actor.role === 'seat') senders.set(command.actor.seat, connection);
  }
  return senders;
}

export function refuse(batch: readonly Queued[], code: ErrorCode): void {
  for (const { settle } of batch) settle({ ok: false, code });
}
