import type { SessionCard } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { ok, type Result } from '#shared/result';
import type { Rooms } from '../live/rooms';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import { deletionOf } from '../storage/retention';

/** As much of the live engine as the teacher's pages need. */
export type RoomsView = Pick<Rooms, 'create' | 'get'>;

/** Starts a session. Its log is written first and its row in the list second: the list never has one without a log. */
export async function startSession(
  ports: { readonly rooms: RoomsView; readonly sessions: Sessions },
  lesson: Lesson,
  teacherId: string,
): Promise<Result<string, ErrorCode>> {
  const created = await ports.rooms.create({ lesson, host: teacherId });
  if (!created.ok) return created;
  const { id, code, wall } = created.value;
  const { title, id: lessonId } = lesson;
  const steps = lesson.steps.length;
  await ports.sessions.add({ id, teacherId, lessonId, title, code, createdAt: new Date(wall), steps });
  return ok(id);
}

/** What a line of a list is made from, beside its row. */
export interface CardPorts {
  readonly rooms: Pick<Rooms, 'get'>;
  /** The sessions that cannot be read, as far as any server knows. */
  readonly asides: () => Promise<ReadonlySet<string>>;
  /** Days from a session's end to its deletion; null: nothing is ever deleted. */
  readonly retentionDays: number | null;
}

function deletedAt({ endedAt, kept }: SessionRow, days: number | null): string | null {
  if (endedAt === null || kept || days === null) return null;
  return deletionOf(endedAt, days).toISOString();
}

/** Of one that runs on another server, as that one has written last. */
async function studentsOf({ id, endedAt, outcome }: SessionRow, rooms: CardPorts['rooms']): Promise<number> {
  const now = endedAt === null ? await rooms.get(id)?.facts() : undefined;
  return now?.students ?? outcome?.students ?? 0;
}

/** The lines of a teacher's list; no session is loaded for them. */
export async function cardsOf(
  rows: readonly SessionRow[],
  { rooms, asides, retentionDays }: CardPorts,
): Promise<SessionCard[]> {
  const aside = await asides();
  const card = async (row: SessionRow): Promise<SessionCard> => ({
    id: row.id,
    lesson: row.lessonId,
    title: row.title,
    code: row.code,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    students: await studentsOf(row, rooms),
    meanScore: row.outcome?.meanScore ?? null,
    putAside: aside.has(row.id),
    kept: row.kept,
    shared: row.shared,
    deletedAt: deletedAt(row, retentionDays),
  });
  return Promise.all(rows.map(card));
}

export async function cardOf(row: SessionRow, ports: CardPorts): Promise<SessionCard | undefined> {
  return (await cardsOf([row], ports))[0];
}
