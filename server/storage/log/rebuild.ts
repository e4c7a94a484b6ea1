import { EVENT_VERSION, type LoggedEvent } from '#shared/session/events';
import { begin, evolve } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import { readEvent, type StoredEvent } from '#shared/session/upcast';

/**
 * Why this build cannot rebuild a session. `log-gap`: events are missing. `newer-event`: a newer build wrote it.
 * `not-understood`: an event, or a step of the lesson, is not what this build's readers accept.
 */
export type WhyUnreadable = 'log-gap' | 'newer-event' | 'not-understood';

/** A session's log that this build cannot make a state of; `seq` is the first event that it fails at. */
export class UnreadableLog extends Error {
  override readonly name = 'UnreadableLog';

  constructor(
    readonly why: WhyUnreadable,
    readonly seq: number,
    cause?: unknown,
  ) {
    super(`${why} at event ${seq}`, { cause });
  }
}

/** Reads the records that follow `after`, none of which may be missing. Throws an UnreadableLog. */
export function decoded(records: readonly StoredEvent[], after: number): LoggedEvent[] {
  return records.map((record, i) => {
    if (record.seq !== after + 1 + i) throw new UnreadableLog('log-gap', after + 1 + i);
    if (record.version > EVENT_VERSION) throw new UnreadableLog('newer-event', record.seq);
    return understood(record.seq, () => readEvent(record));
  });
}

/** The state after a whole log. Throws an UnreadableLog. */
export function rebuilt([first, ...rest]: readonly LoggedEvent[]): SessionState {
  if (!first) throw new UnreadableLog('log-gap', 1);
  const state = understood(first.seq, () => begin(first));
  for (const record of rest) understood(record.seq, () => evolve(state, record));
  return state;
}

/** What `make` makes of the log up to `seq`. What it throws becomes an UnreadableLog. */
export function understood<Made>(seq: number, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw new UnreadableLog('not-understood', seq, error);
  }
}
