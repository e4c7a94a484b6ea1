import type { Grade } from '../activities/activity';
import type { Lesson } from '../lessons/lesson';
import { upgradeLesson } from '../lessons/upgrade';
import {
  EVENT_VERSION,
  type Job,
  type LoggedEvent,
  type Outcome,
  type SeatId,
  type SessionEvent,
} from './events';

/** A record as it stands on the disk. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: number;
  readonly version: number;
  readonly command: string | null;
  /** The event, JSON. */
  readonly body: string;
  /** What its seat has handed in and no log may have, JSON; null or left out: nothing, or it was erased. */
  readonly beside?: string | null;
  /** The seat that this is of. */
  readonly of?: SeatId | null;
}

/**
 * Reads a record of this version or of any earlier one. Throws on a record from the future: only a newer build
 * can tell what it means.
 */
export function readEvent({ seq, at, version, command, body, beside = null }: StoredEvent): LoggedEvent {
  if (version > EVENT_VERSION)
    throw new Error(`event ${seq} has version ${version}; this build reads ${EVENT_VERSION}`);
  const event = upcast(version, JSON.parse(body) as SessionEvent);
  return { seq, at, version, command, event: beside === null ? event : whole(event, beside) };
}

/** An event together with what stands beside its log. */
const whole = (event: SessionEvent, beside: string): SessionEvent =>
  event.type === 'submitted' ? { ...event, submission: JSON.parse(beside) as unknown } : event;

/** An event as versions 1 to 3 wrote it: a grade of null meant that it was still being trained. */
interface Earlier {
  readonly grade: Grade | null;
  readonly points: number | null;
  /** Version 1 knew no training. */
  readonly job?: Job | null;
}

function upcast(version: number, event: SessionEvent): SessionEvent {
  // A lesson has a version of its own.
  if (event.type === 'session-created') return { ...event, lesson: upgraded(event.lesson) };
  if (version >= 4) return event;
  switch (event.type) {
    case 'submitted': {
      const { grade, points, job = null, ...rest } = event as typeof event & Earlier;
      return { ...rest, made: 1, job, ...outcomeOf(grade, points) };
    }
    case 'job-finished':
      return { ...event, outcome: 'graded' } as typeof event;
    default:
      return event;
  }
}

/** The lesson as it would be written today. It was checked when the session began. */
function upgraded(frozen: unknown): Lesson {
  const lesson = upgradeLesson(frozen);
  if (!lesson.ok) throw new Error(`the lesson of this session: ${lesson.error}`);
  return lesson.value as unknown as Lesson;
}

const outcomeOf = (grade: Grade | null, points: number | null): Outcome =>
  grade === null ? { outcome: 'pending' } : { outcome: 'graded', grade, points: points ?? 0 };

/** The record of an event, as it goes to the disk. */
export function writeEvent({ seq, at, version, command, event }: LoggedEvent): StoredEvent {
  const record = { seq, at, version, command };
  if (event.type !== 'submitted' || !event.beside) return { ...record, body: JSON.stringify(event) };
  const { submission, seat } = event;
  const body = JSON.stringify({ ...event, submission: null });
  return { ...record, body, beside: submission === null ? null : JSON.stringify(submission), of: seat };
}
