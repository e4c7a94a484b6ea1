import { writeEvent } from '#shared/session/upcast';
import type { StoredEntry } from './messages';
import type { Entry } from './port';

/** An entry as it goes to a database. */
export function stored({ session, events, claim, release }: Entry): StoredEntry {
  return {
    session,
    events: events.map(writeEvent),
    claim,
    release,
    code: codeTaken(events),
    ends: events.some(({ event }) => event.type === 'session-ended'),
  };
}

/** The code that a session takes with these events. */
function codeTaken(events: Entry['events']): string | null {
  for (const { event } of events)
    if (event.type === 'session-created' || event.type === 'end-undone') return event.code;
  return null;
}
