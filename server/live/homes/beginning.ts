import { randomBytes, randomInt } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import { nothingWritten, type Written } from '#shared/words';
import { EVENT_VERSION, type EventOf, type SessionEvent } from '#shared/session/events';
import type { Entry, SessionLog } from '../../storage/log/port';

/** A session that has begun. */
export interface Created {
  readonly id: string;
  readonly code: string;
  /** When it began, as its log has it: ISO 8601. */
  readonly wall: string;
}

/** What begins. */
export interface Beginning {
  readonly lesson: Lesson;
  /** The teacher whose session it is. */
  readonly host: string;
  /** The code that it is to have, and none other; null: any that is free. */
  readonly code?: string | null;
  /** Only tried: nothing of it reaches a disk, and once it has ended it is gone, which `onOver` hears. */
  readonly rehearsal?: { readonly onOver: (session: string) => void };
}

/** Students a session takes. */
const LIMIT = 3_000;

/** Tries to find a code that no running session has. */
const CODE_TRIES = 50;

interface Ports {
  readonly log: SessionLog;
  /** What the lesson's texts are as HTML. */
  readonly written: Written;
  /** Whether a session that is known here has this code. */
  readonly isTaken: (code: string) => boolean;
}

/** Writes the first event of a session, under a code that is free. Refuses with `storage-failed`. */
export async function begin(
  { log, written, isTaken }: Ports,
  { lesson, host, rehearsal, code: wanted = null }: Beginning,
): Promise<Result<Created, ErrorCode>> {
  for (let tries = 0; tries < (wanted === null ? CODE_TRIES : 1); tries++) {
    const code = wanted ?? String(randomInt(100_000, 1_000_000));
    if (isTaken(code)) continue;
    const id = randomBytes(12).toString('base64url');
    const wall = new Date().toISOString();
    const begun = firstEntry(id, {
      ...{ lesson, host, code, wall },
      ...(written !== nothingWritten && { written }),
      ...(rehearsal && ({ rehearsal: true } as const)),
    });
    const { outcome } = await log.append([begun]);
    if (outcome === 'conflict') continue;
    return outcome === 'durable' ? ok({ id, code, wall }) : err('storage-failed');
  }
  return err('storage-failed');
}

type Given = Pick<EventOf<'session-created'>, 'lesson' | 'written' | 'host' | 'code' | 'wall' | 'rehearsal'>;

function firstEntry(session: string, given: Given): Entry {
  const event: SessionEvent = {
    type: 'session-created',
    ...given,
    seed: randomBytes(16).toString('hex'),
    limit: LIMIT,
  };
  const record = { seq: 1, at: 0, version: EVENT_VERSION, command: 'create', event };
  return { session, events: [record], claim: null, release: null };
}
