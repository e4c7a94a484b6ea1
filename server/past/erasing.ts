import type { Erased } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { LoggedEvent, NameId, SeatId } from '#shared/session/events';
import type { Rooms } from '../live/rooms';
import type { SessionLog } from '../storage/log/port';
import { UnreadableLog } from '../storage/log/rebuild';
import type { Sessions } from '../storage/prisma/sessions';
import type { Told } from '../storage/news';
import type { Pool } from '../workers/pool';
import type { Archive } from './archive';

export interface ErasingPorts {
  readonly log: SessionLog;
  readonly sessions: Pick<Sessions, 'remove'>;
  readonly rooms: Pick<Rooms, 'get' | 'seal' | 'drop'>;
  readonly archive: Pick<Archive, 'forget'>;
  readonly jobs: Pick<Pool, 'forget'>;
  /** Tells other servers, which may have it in memory; false if they could not be told. */
  readonly tell: (told: Told) => Promise<boolean>;
}

/** Takes names, or whole sessions, away for good: from the disk first, then from memory. */
export class Eraser {
  constructor(private readonly ports: ErasingPorts) {}

  /** Erases every name that a student ever had in a session, and all they wrote; what else the seat did stays, without a name. */
  async student(session: string, seat: SeatId): Promise<Result<Erased, ErrorCode>> {
    const { log, rooms, archive, tell } = this.ports;
    const events = await readable(log.read(session));
    if (!events.ok) return events;
    const rows = namesOf(events.value, seat);
    if (rows.length === 0) return err('seat-unknown');
    if (!(await log.erase(session, rows, seat))) return err('storage-failed');
    await rooms.get(session)?.forget(rows, seat);
    await archive.forget(session);
    const gone = await this.forgotten(session, 'some');
    const told = await tell({ what: 'student', session, seat, rows });
    return told && gone ? ok({ erased: true }) : err('storage-failed');
  }

  /**
   * False if the disk did not let it happen, or somebody has just taken the session's end back; then it is still listed,
   * and it can be tried again. Where only the list's file kept a trace of it, the next erasure or start takes that away.
   */
  async session(session: string): Promise<boolean> {
    const { log, sessions, rooms, archive, tell } = this.ports;
    if (!(await rooms.seal(session))) return false;
    if (!(await log.erase(session, 'all'))) return false;
    await rooms.drop(session);
    await archive.forget(session);
    const gone = await this.forgotten(session, 'all');
    if (!(await tell({ what: 'session', session })) || !gone) return false;
    return sessions.remove(session);
  }

  /** Whether nothing of it stands where it is trained. */
  private forgotten(session: string, what: 'some' | 'all'): Promise<boolean> {
    return this.ports.jobs.forget(session, what).then(
      () => true,
      () => false,
    );
  }
}

/** What is read, or why it cannot be. */
async function readable<Read>(read: Promise<Read>): Promise<Result<Read, ErrorCode>> {
  try {
    return ok(await read);
  } catch (error) {
    return err(error instanceof UnreadableLog ? 'session-put-aside' : 'storage-failed');
  }
}

/** All names that a seat ever had: the one it joined with, and one for each time it was renamed. */
const namesOf = (log: readonly LoggedEvent[], seat: SeatId): NameId[] =>
  log.flatMap(({ event }) =>
    (event.type === 'seat-joined' || event.type === 'seat-renamed') && event.seat === seat
      ? [event.name]
      : [],
  );
