import { studentsIn, summaryOf, type SessionSummary } from '../live/summary';
import type { AsideSessions } from '../live/put-aside';
import type { RunningSession, SessionLog } from './log/port';
import { rebuilt, UnreadableLog } from './log/rebuild';
import type { Storage } from './prisma/open';
import type { NewSession, SessionRow, Sessions } from './prisma/sessions';

export interface MendPorts {
  readonly log: SessionLog;
  readonly aside: Pick<AsideSessions, 'has' | 'put'>;
  readonly storage: Storage;
  /** Whether other servers use them too: then the list alone says how many have a seat. */
  readonly shared: boolean;
}

/** What the list's row says of a session that has none, from how its log begins. */
async function rowOf({ session: id, code }: RunningSession, log: SessionLog): Promise<NewSession | null> {
  const event = (await log.read(id))[0]?.event;
  if (event?.type !== 'session-created') return null;
  const { lesson, host: teacherId, wall } = event;
  const { id: lessonId, title, steps } = lesson;
  return { id, teacherId, lessonId, title, code, createdAt: new Date(wall), steps: steps.length };
}

/** Of a session in which nobody has been since it was carried here, no server has told how many have a seat. */
async function countSeats(id: string, log: SessionLog, sessions: Sessions): Promise<void> {
  await sessions.firstSeated(id, studentsIn(rebuilt(await log.read(id))));
}

/**
 * Adds the list's rows of running sessions that have none, and opens those that say that theirs has ended: the server died
 * after it wrote the log and before the row. A session whose teacher is gone gets no row, since nobody could open it.
 */
async function addMissing(running: RunningSession, { log, storage, shared }: MendPorts): Promise<void> {
  const { sessions, teachers } = storage;
  const { session } = running;
  const row = await sessions.get(session);
  // Another server may have ended it meanwhile.
  if (row?.endedAt && (await log.find({ session }))) await sessions.takeUp(session);
  if (row) return shared && row.outcome === null ? countSeats(session, log, sessions) : undefined;
  const missing = await rowOf(running, log);
  if (missing && (await teachers.has(missing.teacherId))) await sessions.add(missing);
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
  const state = rebuilt(events);
  // Its end was taken back meanwhile.
  if (state.ended === null) return;
  const summary = summaryOf(id, state);
  const { students, meanScore } = summary;
  await sessions.end(id, endedAt(summary, row, null), { students, meanScore });
}

/** Makes the list of sessions agree with the log, which is the truth. What cannot be read is put aside. */
export async function mendSessions(ports: MendPorts): Promise<void> {
  const { log, aside, storage, shared } = ports;
  const { sessions } = storage;
  // First the list: what begins meanwhile is in neither of them, or in the log.
  const open = await sessions.open();
  const running = await log.running();
  const goOn = new Set(running.map(({ session }) => session));
  const over = open.filter(({ id }) => !goOn.has(id));
  const known = new Set(open.filter(({ outcome }) => !shared || outcome !== null).map(({ id }) => id));
  const unknown = running.filter(({ session }) => !known.has(session));
  for (const one of unknown) await unlessUnreadable(one, aside, () => addMissing(one, ports));
  for (const row of over)
    await unlessUnreadable({ session: row.id, code: row.code }, aside, () => endFinished(row, log, sessions));
}

async function unlessUnreadable(
  { session, code }: RunningSession,
  aside: MendPorts['aside'],
  mend: () => Promise<void>,
): Promise<void> {
  if (aside.has(session)) return;
  try {
    await mend();
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error;
    aside.put({ session, code, why: error.why, seq: error.seq });
  }
}
