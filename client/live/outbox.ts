import type { CommandPacket } from '#shared/protocol';
import type { ErrorCode } from '#shared/errors';

/** A command on its way. `sentOn` is the number of the connection that carried it last; null: none did yet. */
export interface Waiting<Request> {
  readonly packet: CommandPacket<Request>;
  readonly sentOn: number | null;
}

/** Commands without an ack, in the order in which they were made. */
export type Outbox<Request> = readonly Waiting<Request>[];

/** The server could not do it now; the same command may be sent again later. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'storage-failed',
  'server-moved',
  'server-stopping',
  'server-failed',
  'too-fast',
  'too-many-seats',
]);

/** Whether a refusal is only for now. */
export const isPassing = (code: ErrorCode): boolean => PASSING.has(code);

/** What a page that was closed left behind. */
export const restored = <R>(packets: readonly CommandPacket<R>[]): Outbox<R> =>
  packets.map((packet) => ({ packet, sentOn: null }));

/** What has to be kept across a reload. */
export const packetsOf = <R>(outbox: Outbox<R>): readonly CommandPacket<R>[] =>
  outbox.map((waiting) => waiting.packet);

/**
 * One command more. It takes the place of those that `replaces` names, as long as no connection carried them:
 * nobody has seen those, so the person may still change their mind.
 */
export function keep<R>(
  outbox: Outbox<R>,
  packet: CommandPacket<R>,
  replaces: (older: R) => boolean = () => false,
): Outbox<R> {
  const rest = outbox.filter((w) => w.sentOn !== null || !replaces(w.packet.request));
  return [...rest, { packet, sentOn: null }];
}

/** What this connection has not carried yet. */
export const due = <R>(outbox: Outbox<R>, connection: number): readonly CommandPacket<R>[] =>
  outbox.filter((w) => w.sentOn !== connection).map((w) => w.packet);

export const sent = <R>(outbox: Outbox<R>, id: string, connection: number): Outbox<R> =>
  outbox.map((w) => (w.packet.id === id ? { ...w, sentOn: connection } : w));

/** It has its ack: whatever it says, there is nothing more to send. */
export const settled = <R>(outbox: Outbox<R>, id: string): Outbox<R> =>
  outbox.filter((w) => w.packet.id !== id);
