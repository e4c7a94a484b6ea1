import { EVENT_VERSION, type LoggedEvent, type SessionEvent } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';

/** What a command adds to the log behind `state`; `at` is on the session's clock, ms. */
export const recorded = (
  { seq }: SessionState,
  command: string,
  at: number,
  events: readonly SessionEvent[],
): LoggedEvent[] =>
  events.map((event, i) => ({
    seq: seq + 1 + i,
    at,
    version: EVENT_VERSION,
    command: i === 0 ? command : null,
    event,
  }));
