import type { ErrorCode } from '#shared/errors';
import type { SentBy } from '#shared/session/events';

export interface AnswerParts {
  /** What the server showed as counting; null if nothing does. */
  readonly counted: unknown;
  /** The last ack, which may be newer than what was shown. */
  readonly receipt: {
    readonly submission: unknown;
    readonly sentBy: SentBy;
    readonly code: ErrorCode | null;
  } | null;
  /** What waits for its ack. */
  readonly waiting: { readonly submission: unknown } | null;
  readonly live: boolean;
}

/** A student's answer to the step on stage, as the phone can honestly tell it. */
export interface Answer {
  /** Received and counting: only the server's ack or its own words make it so. */
  readonly counts: unknown;
  readonly waiting: unknown;
  readonly busy: boolean;
  readonly refused: ErrorCode | null;
}

/**
 * "Received" is said only of what the server has. Without a network what waits may still be changed. That what the phone
 * sent by itself was refused is nobody's news: what the server held may count, and else nothing was sent.
 */
export function answerOf({ counted, receipt, waiting, live }: AnswerParts): Answer {
  const accepted = receipt?.code === null ? receipt.submission : null;
  return {
    counts: accepted ?? counted ?? null,
    waiting: waiting?.submission ?? null,
    busy: waiting !== null && live,
    refused: waiting === null && receipt?.sentBy === 'student' ? receipt.code : null,
  };
}
