import type { ApiError } from '#shared/api';
import type { LessonCard } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { upgradeLesson } from '#shared/lessons/upgrade';
import { err, ok, type Result } from '#shared/result';
import type { LessonRow } from '../storage/prisma/lesson-rows';
import type { Lessons, OnUnreadable } from '../storage/prisma/lessons';
import type { Sessions } from '../storage/prisma/sessions';
import { faceOf } from './face';
import type { Reading } from './reading';

export interface ShelfPorts {
  readonly builtIn: readonly Lesson[];
  readonly lessons: Lessons;
  readonly sessions: Pick<Sessions, 'lastPlayed'>;
  readonly reading: Reading;
  readonly onUnreadable: OnUnreadable;
}

/** A lesson as JSON has it, in the words of today. */
export type Document = Readonly<Record<string, unknown>>;

type Refusal = ErrorCode | ApiError;

/** What was kept by an earlier build, as this one says it; what it does not know stays as it is. */
export function todays(document: string): unknown {
  const kept: unknown = JSON.parse(document);
  const upgraded = upgradeLesson(kept);
  return upgraded.ok ? upgraded.value : kept;
}

/**
 * The lessons that a teacher chooses from: their own, and those that come with the product. Where both have the same id,
 * because a later build brought one along, the teacher's own is meant.
 */
export class Shelf {
  constructor(private readonly ports: ShelfPorts) {}

  /** The teacher's own first, newest saved first: what somebody works on is what they look for. */
  async cards(teacherId: string): Promise<LessonCard[]> {
    const { lessons, sessions, builtIn, onUnreadable } = this.ports;
    const [own, played] = await Promise.all([
      lessons.of(teacherId, onUnreadable),
      sessions.lastPlayed(teacherId),
    ]);
    const playedAt = (id: string) => played.get(id)?.toISOString() ?? null;
    const ids = new Set(own.map(({ id }) => id));
    const others = builtIn.filter(({ id }) => !ids.has(id));
    return [
      ...own.map((row) => ({ id: row.id, ...row.face, own: ownCard(row), playedAt: playedAt(row.id) })),
      ...others.map((lesson) => {
        return { id: lesson.id, ...faceOf(lesson), own: null, playedAt: playedAt(lesson.id) };
      }),
    ];
  }

  isBuiltIn(id: string): boolean {
    return this.ports.builtIn.some((lesson) => lesson.id === id);
  }

  /** A lesson as it would be written into a file, finished or not. */
  async document(teacherId: string, id: string): Promise<Result<unknown, 'unknown-lesson'>> {
    const own = await this.ports.lessons.newest({ teacherId, id });
    if (own) return ok(todays(own.document));
    const builtIn = this.ports.builtIn.find((lesson) => lesson.id === id);
    return builtIn ? ok(builtIn) : err('unknown-lesson');
  }

  /** A lesson that can be played; `lesson-invalid` with what is missing. */
  async playable(teacherId: string, id: string): Promise<Result<Lesson, Refusal>> {
    const own = await this.ports.lessons.newest({ teacherId, id });
    if (own) return this.read(todays(own.document));
    const builtIn = this.ports.builtIn.find((lesson) => lesson.id === id);
    return builtIn ? ok(builtIn) : err('unknown-lesson');
  }

  /** A document of which a session is to be. */
  async read(document: unknown): Promise<Result<Lesson, Refusal>> {
    const lesson = await this.ports.reading.lesson(document);
    return lesson.ok ? lesson : err({ code: 'lesson-invalid', problems: lesson.error });
  }
}

const ownCard = ({ number, savedAt, ready }: LessonRow) => ({
  ...{ number, savedAt: savedAt.toISOString(), ready },
});
