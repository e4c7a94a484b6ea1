import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Entry } from '../storage/log/port';
import type { Carrier, Carriers } from './carriers';
import type { Intent } from './intent';

/** A command in a room's queue, and who waits for its outcome. */
export interface Waiting {
  readonly intent: Intent;
  /** The connection that will carry the ack. */
  readonly carrier: Carrier | null;
  /** When it came, on the session's clock: what it waits for the disk costs nobody time. */
  readonly arrived: number;
  readonly settle: (ack: Ack) => void;
}

/** A command that was decided, with what it adds to the log. */
export interface Drafted {
  readonly waiting: Waiting;
  readonly entry: Entry;
}

/** The last seq of an entry: from there on it counts. */
export const seqOf = ({ events }: Entry): number => events.at(-1)?.seq ?? 0;

/** Who has sent the answers of a batch, and over which connection. */
export function carriersOf(drafted: readonly Drafted[]): Carriers {
  const carriers = new Map<SeatId, Carrier>();
  for (const { waiting } of drafted) {
    const { carrier, intent } = waiting;
    if (carrier && intent.actor.role === 'seat') carriers.set(intent.actor.seat, carrier);
  }
  return carriers;
}

export function refuse(batch: readonly Waiting[], code: ErrorCode): void {
  for (const { settle } of batch) settle({ ok: false, code });
}
