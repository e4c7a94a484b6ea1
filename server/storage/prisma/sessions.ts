import * as v from 'valibot';
import { textSchema, type Text } from '#shared/text';
import type { PrismaClient, Session } from '../generated/client';

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

/** What a teacher's list of past sessions says about one. */
export interface Outcome {
  readonly students: number;
  /** 0..1; null if nothing was revealed. */
  readonly meanScore: number | null;
}

export interface SessionRow extends NewSession {
  readonly endedAt: Date | null;
  readonly outcome: Outcome | null;
}

export interface Sessions {
  readonly add: (session: NewSession) => Promise<void>;
  readonly get: (id: string) => Promise<SessionRow | null>;
  /** The newest first. */
  readonly of: (teacherId: string) => Promise<SessionRow[]>;
  /** Those that have not been marked as ended. */
  readonly open: () => Promise<SessionRow[]>;
  /** Marks a session as ended, once: what was marked first stays. */
  readonly end: (id: string, endedAt: Date, outcome: Outcome) => Promise<void>;
  /** Whether a session that had this code is over. */
  readonly codeEnded: (code: string) => Promise<boolean>;
}

function toRow({ title, steps, endedAt, students, meanScore, ...row }: Session): SessionRow {
  const { id, teacherId, lessonId, code, createdAt } = row;
  const outcome = students === null ? null : { students, meanScore };
  const parsed = v.parse(textSchema, title);
  return { id, teacherId, lessonId, code, createdAt, endedAt, outcome, title: parsed, steps: steps ?? 0 };
}

export function sessionsIn(prisma: PrismaClient): Sessions {
  const rows = async (found: Promise<Session[]>) => (await found).map(toRow);
  return {
    add: async (session) => {
      await prisma.session.createMany({ data: [session] });
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
    codeEnded: async (code) =>
      (await prisma.session.count({ where: { code, endedAt: { not: null } }, take: 1 })) > 0,
  };
}
