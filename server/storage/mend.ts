import { summaryOf, type SessionSummary } from '../live/summary';
import type { Rooms } from '../live/rooms';
import type { SessionLog } from './log/port';
import { rebuilt, UnreadableLog } from './log/rebuild';
import type { Storage } from './prisma/open';
import type { SessionRow, Sessions } from './prisma/sessions';

/**
 * Adds the list's rows of running sessions that have none, and opens those that say that theirs has ended: the server died
 * after it wrote the log and before the row. A session whose teacher is gone gets no row, since nobody could open it.
 */
async function addMissing(rooms: Rooms, { sessions, teachers }: Storage): Promise<void> {
  for (const room of await rooms.running()) {
    const { id, code, host: teacherId } = room;
    const row = await sessions.get(id);
    if (row?.endedAt) await sessions.takeUp(id);
    if (row || !(await teachers.has(teacherId))) continue;
    const { lesson, wall } = await room.facts();
    const { id: lessonId, title, steps } = lesson;
    await sessions.add({ id, teacherId, lessonId, title, code, createdAt: new Date(wall), steps });
  }
}

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

/**
 * When a session ended, as far as wall clocks tell. One that everybody had left was over when somebody was last seen
 * there; of any other `now` says it, or without it what its log and its row know.
 */
export function endedAt(
  { leftAlone, ranUntil }: SessionSummary,
  row: Pick<SessionRow, 'createdAt' | 'activeAt'> | null,
  now: Date | null,
): Date {
  if (leftAlone && row?.activeAt) return later(row.createdAt, row.activeAt);
  // A wall clock that was put back must not end a session before it began.
  return later(ranUntil, now ?? row?.activeAt ?? null);
}

/** Writes down the end of a session, which the server did not get to, from its log. */
async function endFinished(row: SessionRow, log: SessionLog, sessions: Sessions): Promise<void> {
  const { id, createdAt } = row;
  const events = await log.read(id);
  if (events.length === 0) return sessions.end(id, createdAt, { students: 0, meanScore: null });
  const summary = summaryOf(id, rebuilt(events));
  const { students, meanScore } = summary;
  await sessions.end(id, endedAt(summary, row, null), { students, meanScore });
}

/** Makes the list of sessions agree with the log, which is the truth. What cannot be read is put aside. */
export async function mendSessions(log: SessionLog, rooms: Rooms, storage: Storage): Promise<void> {
  const { sessions } = storage;
  await addMissing(rooms, storage);
  for (const row of await sessions.open()) {
    if (rooms.get(row.id) || rooms.aside.has(row.id)) continue;
    try {
      await endFinished(row, log, sessions);
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      rooms.aside.put({ session: row.id, code: row.code, why: error.why, seq: error.seq });
    }
  }
}
