import * as v from 'valibot';
import type { Text } from '#shared/text';
import { draftTextSchema } from '#shared/text-schema';
import { Prisma, type PrismaClient } from '../generated/client';
import { thinned } from '../thinning';
import {
  faceSchema,
  pack,
  unpack,
  type LessonRow,
  type NewVersion,
  type Version,
  type VersionLine,
} from './lesson-rows';
import type { Scrub } from './scrub';
import type { Typed } from './typed';

/** A teacher's lesson. */
export interface Whose {
  readonly teacherId: string;
  readonly id: string;
}

export interface PutAway {
  readonly id: string;
  readonly title: Text;
  readonly deletedAt: Date;
}

/** Hears of a row that this build cannot read, because a newer one wrote it: it is left out, and the others are not. */
export type OnUnreadable = (why: Error) => void;

/**
 * Teachers' own lessons. Each save is one statement, which the database takes only on top of the version that it names.
 * What was put away is there for `taken`, `away` and `takeBack` alone.
 */
export interface Lessons {
  /** Those of a teacher, newest saved first. */
  readonly of: (teacherId: string, onUnreadable: OnUnreadable) => Promise<LessonRow[]>;
  /** How many there are of a teacher's. */
  readonly count: (teacherId: string) => Promise<number>;
  /** Ids that a new lesson of this teacher cannot have: those that were put away are among them. */
  readonly taken: (teacherId: string) => Promise<ReadonlySet<string>>;
  readonly newest: (whose: Whose) => Promise<Version | null>;
  readonly version: (whose: Whose, number: number) => Promise<Version | null>;
  /** The newest first. */
  readonly versions: (whose: Whose) => Promise<VersionLine[]>;
  /** A new lesson, whose version 1 this is. False if the id is taken. */
  readonly add: (whose: Whose, version: NewVersion, now: Date) => Promise<boolean>;
  /** Version `from + 1`. False if `from` is not the newest one, or there is no such lesson. */
  readonly save: (whose: Whose, from: number, version: NewVersion, now: Date) => Promise<boolean>;
  /** Lets go of versions that need not be kept (see `thinned`). */
  readonly thin: (whose: Whose) => Promise<void>;
  /** False if there is no such lesson. */
  readonly putAway: (whose: Whose, now: Date) => Promise<boolean>;
  /** False if no such lesson was put away. */
  readonly takeBack: (whose: Whose) => Promise<boolean>;
  /** What a teacher has put away, the latest first. */
  readonly away: (teacherId: string, onUnreadable: OnUnreadable) => Promise<PutAway[]>;
  /**
   * Takes what was put away before then off the file for good, out of every byte of it; false if a program that reads the
   * file kept some of them.
   */
  readonly removeAway: (then: Date) => Promise<boolean>;
}

const rowSchema = v.object({
  id: v.string(),
  number: v.number(),
  savedAt: v.date(),
  ready: v.boolean(),
  ...faceSchema.entries,
});

const awaySchema = v.object({ id: v.string(), title: draftTextSchema, deletedAt: v.date() });

/** Those rows that fit a schema. */
function readable<Row>(
  schema: v.GenericSchema<unknown, Row>,
  rows: readonly { id: string }[],
  onUnreadable: OnUnreadable,
): Row[] {
  return rows.flatMap((raw) => {
    const row = v.safeParse(schema, raw);
    if (row.success) return [row.output];
    onUnreadable(new Error(`the lesson ${raw.id} is on no shelf: this build cannot read what is kept of it`));
    return [];
  });
}

/** Lessons with their newest versions. */
const NEWEST = Prisma.sql`FROM "Lesson" AS l JOIN "LessonVersion" AS v ON v."teacherId" = l."teacherId" AND v."lessonId" = l."id"
  AND v."number" = (SELECT MAX("number") FROM "LessonVersion" WHERE "teacherId" = l."teacherId" AND "lessonId" = l."id")`;

/** The database of a statement, and how it is told what a parameter is. */
interface Tables {
  readonly prisma: PrismaClient;
  readonly typed: Typed;
}

/** The statement that is a save: it adds a version if `holds` holds at that moment, and nothing otherwise. */
async function inserted(
  { prisma, typed }: Tables,
  { teacherId, id }: Whose,
  number: number,
  { face, ready, document }: NewVersion,
  now: Date,
  holds: Prisma.Sql,
): Promise<boolean> {
  const { title, about, tags, steps } = face;
  const [a, b, c, d] = [title, about, tags, steps].map((part) => typed(JSON.stringify(part), 'JSON'));
  const bytes = await pack(document);
  const added = await prisma.$executeRaw`
    INSERT INTO "LessonVersion" ("teacherId", "lessonId", "number", "savedAt", "title", "about", "tags", "steps",
      "stepCount", "ready", "size", "document")
    SELECT ${teacherId}, ${id}, ${typed(number, 'INTEGER')}, ${typed(now, 'TIMESTAMP(3)')}, ${a}, ${b}, ${c}, ${d},
      ${typed(steps.length, 'INTEGER')}, ${typed(ready, 'BOOLEAN')}, ${typed(bytes.length, 'INTEGER')}, ${typed(bytes, 'BYTEA')}
    WHERE ${holds} AND EXISTS (SELECT 1 FROM "Lesson" WHERE "teacherId" = ${teacherId} AND "id" = ${id} AND "deletedAt" IS NULL)
    ON CONFLICT DO NOTHING`;
  return added > 0;
}

/** The number of a lesson's newest version, or 0. */
const newestNumber = ({ teacherId, id }: Whose) =>
  Prisma.sql`COALESCE((SELECT MAX("number") FROM "LessonVersion" WHERE "teacherId" = ${teacherId} AND "lessonId" = ${id}), 0)`;

const there = ({ teacherId, id }: Whose) => ({ teacherId, lessonId: id, lesson: { deletedAt: null } });

const read = { number: true, savedAt: true, document: true } as const;

export function lessonsIn(prisma: PrismaClient, scrub: Scrub, typed: Typed): Lessons {
  const tables = { prisma, typed };
  const opened = async (found: Promise<{ number: number; savedAt: Date; document: Uint8Array } | null>) => {
    const version = await found;
    return version && { ...version, document: await unpack(version.document) };
  };
  return {
    of: async (teacherId, onUnreadable) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT l."id", v."number", v."savedAt", v."ready", v."title", v."about", v."tags", v."steps" ${NEWEST}
        WHERE l."teacherId" = ${teacherId} AND l."deletedAt" IS NULL ORDER BY v."savedAt" DESC, l."id"`;
      return readable(rowSchema, rows, onUnreadable).map(({ id, number, savedAt, ready, ...face }) => {
        return { id, number, savedAt, ready, face };
      });
    },
    count: (teacherId) =>
      prisma.lesson.count({ where: { teacherId, deletedAt: null, versions: { some: {} } } }),
    taken: async (teacherId) => {
      const found = await prisma.lesson.findMany({
        where: { teacherId, versions: { some: {} } },
        select: { id: true },
      });
      return new Set(found.map(({ id }) => id));
    },
    newest: (whose) =>
      opened(
        prisma.lessonVersion.findFirst({ where: there(whose), orderBy: { number: 'desc' }, select: read }),
      ),
    version: (whose, number) =>
      opened(prisma.lessonVersion.findFirst({ where: { ...there(whose), number }, select: read })),
    versions: async (whose) => {
      const found = await prisma.lessonVersion.findMany({
        where: there(whose),
        orderBy: { number: 'desc' },
        select: { number: true, savedAt: true, stepCount: true },
      });
      return found.map(({ number, savedAt, stepCount }) => ({ number, savedAt, steps: stepCount }));
    },
    add: async (whose, version, now) => {
      const { teacherId, id } = whose;
      // Alone it is nothing that anybody sees, and the next one that wants this id finds it ready.
      await prisma.$executeRaw`INSERT INTO "Lesson" ("teacherId", "id", "createdAt")
        VALUES (${teacherId}, ${id}, ${now}) ON CONFLICT DO NOTHING`;
      return inserted(tables, whose, 1, version, now, Prisma.sql`${newestNumber(whose)} = 0`);
    },
    save: (whose, from, version, now) =>
      inserted(
        ...([tables, whose, from + 1, version, now] as const),
        Prisma.sql`${from} > 0 AND ${newestNumber(whose)} = ${from}`,
      ),
    thin: async ({ teacherId, id: lessonId }) => {
      const lines = await prisma.lessonVersion.findMany({
        where: { teacherId, lessonId },
        orderBy: { number: 'desc' },
        select: { number: true, savedAt: true, size: true },
      });
      const gone = thinned(lines.map(({ size, ...line }) => ({ ...line, bytes: size })));
      if (gone.length > 0)
        await prisma.lessonVersion.deleteMany({ where: { teacherId, lessonId, number: { in: gone } } });
    },
    putAway: async ({ teacherId, id }, deletedAt) => {
      const { count } = await prisma.lesson.updateMany({
        where: { teacherId, id, deletedAt: null, versions: { some: {} } },
        data: { deletedAt },
      });
      return count > 0;
    },
    takeBack: async ({ teacherId, id }) => {
      const { count } = await prisma.lesson.updateMany({
        where: { teacherId, id, deletedAt: { not: null } },
        data: { deletedAt: null },
      });
      return count > 0;
    },
    away: async (teacherId, onUnreadable) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT l."id", l."deletedAt", v."title" ${NEWEST}
        WHERE l."teacherId" = ${teacherId} AND l."deletedAt" IS NOT NULL ORDER BY l."deletedAt" DESC, l."id"`;
      return readable(awaySchema, rows, onUnreadable);
    },
    removeAway: async (then) => {
      const where = { deletedAt: { lt: then } };
      // Most days there is nothing, and then nothing is written: a start does not wait for another program's lock.
      if ((await prisma.lesson.count({ where })) === 0) return true;
      await prisma.lesson.deleteMany({ where });
      return scrub();
    },
  };
}
