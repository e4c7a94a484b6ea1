import type { Ack } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { OwnView } from '#shared/session/views';

/** An answer that a phone has sent, over however many lines. */
export interface SentAnswer {
  /** The id of its command, as the phone made it. */
  readonly id: string;
  readonly step: number;
  readonly submission: unknown;
  /** What the phone was told in the end; null: it was never told anything. */
  readonly told: Ack | null;
}

/** What one seat's phones have sent, and what they showed. */
export interface PhoneHistory {
  readonly seat: SeatId;
  readonly sent: readonly SentAnswer[];
  /** What it showed of itself once a step was revealed, by step. */
  readonly revealed: ReadonlyMap<number, OwnView>;
  /** What it showed of itself when all was over; null: nobody looked. */
  readonly end: OwnView | null;
}
