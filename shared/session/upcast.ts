import { withKindsOfToday } from '../lessons/earlier-kinds';
import { EVENT_VERSION, type LoggedEvent, type SessionEvent } from './events';

/** A record as it stands on the disk. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: number;
  readonly version: number;
  readonly command: string | null;
  /** The event, JSON. */
  readonly body: string;
}

/**
 * Reads a record of this version or of any earlier one. Throws on a record from the future: only a newer build
 * can tell what it means.
 */
export function readEvent({ seq, at, version, command, body }: StoredEvent): LoggedEvent {
  if (version > EVENT_VERSION)
    throw new Error(`event ${seq} has version ${version}; this build reads ${EVENT_VERSION}`);
  return { seq, at, version, command, event: upcast(version, JSON.parse(body) as SessionEvent) };
}

/** Version 1 knew no training; until version 3 three kinds were one. */
function upcast(version: number, event: SessionEvent): SessionEvent {
  if (version < 2 && event.type === 'submitted') return { ...event, job: null };
  if (version < 4 && event.type === 'session-created')
    return { ...event, lesson: withKindsOfToday(event.lesson) };
  return event;
}

/** The record of an event, as it goes to the disk. */
export function writeEvent({ seq, at, version, command, event }: LoggedEvent): StoredEvent {
  return { seq, at, version, command, body: JSON.stringify(event) };
}
