import { replay } from '#shared/session/evolve';
import { summaryOf, type Rooms } from '../live/rooms';
import type { SessionLog } from './log/port';
import type { Storage } from './prisma/open';
import type { SessionRow, Sessions } from './prisma/sessions';

/** The row that a server which died between two writes did not get to. Without its teacher nobody could open it. */
async function addMissing(rooms: Rooms, { sessions, teachers }: Storage): Promise<void> {
  for (const { id, state } of rooms.running()) {
    const { host: teacherId, lesson, code, wall } = state;
    if ((await sessions.get(id)) || !(await teachers.has(teacherId))) continue;
    const { id: lessonId, title, steps } = lesson;
    const createdAt = new Date(wall);
    await sessions.add({ id, teacherId, lessonId, title, code, createdAt, steps: steps.length });
  }
}

/** The end that it did not get to write down: read from the log, as the review would. */
async function endFinished(
  { id, createdAt }: SessionRow,
  log: SessionLog,
  sessions: Sessions,
): Promise<void> {
  const events = await log.read(id);
  if (events.length === 0) return sessions.end(id, createdAt, { students: 0, meanScore: null });
  const state = replay(events);
  const { students, meanScore, ranUntil } = summaryOf(id, state);
  await sessions.end(id, ranUntil, { students, meanScore });
}

/** Makes the list of sessions agree with the log, which is the truth. */
export async function mendSessions(log: SessionLog, rooms: Rooms, storage: Storage): Promise<void> {
  const { sessions } = storage;
  await addMissing(rooms, storage);
  const running = new Set(rooms.running().map(({ id }) => id));
  for (const row of await sessions.open()) if (!running.has(row.id)) await endFinished(row, log, sessions);
}
