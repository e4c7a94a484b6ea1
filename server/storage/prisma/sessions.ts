import * as v from 'valibot';
import type { Text } from '#shared/text';
import { textSchema } from '#shared/text-schema';
import type { PrismaClient, Session } from '../generated/client';
import { isTaken } from './client';
import type { Scrub } from './scrub';

/** A session when it starts; what happened in it stands in the log. */
export interface NewSession {
  readonly id: string;
  readonly teacherId: string;
  readonly lessonId: string;
  readonly title: Text;
  readonly code: string;
  readonly createdAt: Date;
  readonly steps: number;
}

/** What a teacher's list says about a session: in the end, or, of one that runs elsewhere, as its server has written last. */
export interface Outcome {
  readonly students: number;
  /** 0..1; null if nothing was revealed. */
  readonly meanScore: number | null;
}

export interface SessionRow extends NewSession {
  readonly endedAt: Date | null;
  readonly outcome: Outcome | null;
  /** It outlives its date of deletion. */
  readonly kept: boolean;
  /** There is a link to its story. */
  readonly shared: boolean;
  /** When somebody was last seen in it, within minutes; null: nobody has looked yet. */
  readonly activeAt: Date | null;
}

export interface Sessions {
  /** Once: a server that starts may have added it from its log. */
  readonly add: (session: NewSession) => Promise<void>;
  readonly get: (id: string) => Promise<SessionRow | null>;
  /** The newest first. */
  readonly of: (teacherId: string) => Promise<SessionRow[]>;
  /** Those that have not been marked as ended. */
  readonly open: () => Promise<SessionRow[]>;
  /** Marks a session as ended, once: what was marked first stays. */
  readonly end: (id: string, endedAt: Date, outcome: Outcome) => Promise<void>;
  /** Somebody was seen in it. */
  readonly active: (id: string, activeAt: Date) => Promise<void>;
  /** So many students have a seat in it, while it runs. */
  readonly seated: (id: string, students: number) => Promise<void>;
  /** The same, if nobody has told it yet. */
  readonly firstSeated: (id: string, students: number) => Promise<void>;
  /** Takes that mark back: the session goes on. */
  readonly takeUp: (id: string) => Promise<void>;
  /** Whether a session that had this code is over. */
  readonly codeEnded: (code: string) => Promise<boolean>;
  /** The latest sessions that had this code, the newest first. */
  readonly withCode: (code: string) => Promise<string[]>;
  /** When each lesson that this teacher has played was begun last, by the lesson's id. */
  readonly lastPlayed: (teacherId: string) => Promise<ReadonlyMap<string, Date>>;
  readonly keep: (id: string, kept: boolean) => Promise<void>;
  /** From now on this key, and no other one, opens the session's story; null: none does. */
  readonly share: (id: string, keyHash: string | null) => Promise<void>;
  /** The session whose story a key opens. */
  readonly sharedWith: (keyHash: string) => Promise<SessionRow | null>;
  /** Those that ended before then and are not kept. */
  readonly endedBefore: (then: Date) => Promise<SessionRow[]>;
  /** Takes it off the list, and out of every byte of the file; false if a program that reads the file kept some of them. */
  readonly remove: (id: string) => Promise<boolean>;
}

/** A code has a million values: more sessions than these with the same one are not met. */
const SAME_CODE = 4;

function toRow({ title, steps, endedAt, students, meanScore, storyHash, ...row }: Session): SessionRow {
  const { id, teacherId, lessonId, code, createdAt, kept, activeAt } = row;
  const outcome = students === null ? null : { students, meanScore };
  const parsed = v.parse(textSchema, title);
  const given = { id, teacherId, lessonId, code, createdAt, kept, activeAt };
  return { ...given, endedAt, outcome, title: parsed, steps: steps ?? 0, shared: storyHash !== null };
}

export function sessionsIn(prisma: PrismaClient, scrub: Scrub): Sessions {
  const rows = async (found: Promise<Session[]>) => (await found).map(toRow);
  return {
    add: async (session) => {
      try {
        await prisma.session.createMany({ data: [session] });
      } catch (error) {
        if (!isTaken(error)) throw error;
      }
    },
    get: async (id) => {
      const found = await prisma.session.findUnique({ where: { id } });
      return found && toRow(found);
    },
    of: (teacherId) =>
      rows(
        prisma.session.findMany({ where: { teacherId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] }),
      ),
    open: () => rows(prisma.session.findMany({ where: { endedAt: null } })),
    end: async (id, endedAt, outcome) => {
      await prisma.session.updateMany({ where: { id, endedAt: null }, data: { endedAt, ...outcome } });
    },
    active: async (id, activeAt) => {
      await prisma.session.updateMany({ where: { id }, data: { activeAt } });
    },
    seated: async (id, students) => {
      await prisma.session.updateMany({ where: { id, endedAt: null }, data: { students } });
    },
    firstSeated: async (id, students) => {
      await prisma.session.updateMany({ where: { id, endedAt: null, students: null }, data: { students } });
    },
    takeUp: async (id) => {
      await prisma.session.updateMany({
        where: { id },
        data: { endedAt: null, students: null, meanScore: null },
      });
    },
    codeEnded: async (code) =>
      (await prisma.session.count({ where: { code, endedAt: { not: null } }, take: 1 })) > 0,
    withCode: async (code) => {
      const found = await prisma.session.findMany({
        ...{ where: { code }, orderBy: { createdAt: 'desc' }, take: SAME_CODE, select: { id: true } },
      });
      return found.map(({ id }) => id);
    },
    lastPlayed: async (teacherId) => {
      const found = await prisma.session.groupBy({
        ...{ by: ['lessonId'], where: { teacherId }, _max: { createdAt: true } },
      });
      return new Map(
        found.flatMap(({ lessonId, _max: { createdAt } }) => (createdAt ? [[lessonId, createdAt]] : [])),
      );
    },
    keep: async (id, kept) => {
      await prisma.session.updateMany({ where: { id }, data: { kept } });
    },
    share: async (id, storyHash) => {
      await prisma.session.updateMany({ where: { id }, data: { storyHash } });
    },
    sharedWith: async (storyHash) => {
      const found = await prisma.session.findUnique({ where: { storyHash } });
      return found && toRow(found);
    },
    endedBefore: (then) =>
      rows(
        prisma.session.findMany({ where: { endedAt: { lt: then }, kept: false }, orderBy: { id: 'asc' } }),
      ),
    remove: async (id) => {
      await prisma.session.deleteMany({ where: { id } });
      return scrub();
    },
  };
}
