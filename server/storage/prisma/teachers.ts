import { err, ok, type Result } from '#shared/result';
import type { PrismaClient } from '../generated/client';
import { isTaken } from './client';

export interface Teacher {
  readonly id: string;
  readonly name: string;
  /** argon2id, in its own encoding. */
  readonly passwordHash: string;
}

/** The people who may open a desk. */
export interface Teachers {
  readonly count: () => Promise<number>;
  readonly add: (teacher: Teacher) => Promise<Result<null, 'name-taken'>>;
  readonly has: (id: string) => Promise<boolean>;
  readonly named: (name: string) => Promise<Teacher | null>;
  readonly withId: (id: string) => Promise<Teacher | null>;
  readonly setPassword: (id: string, passwordHash: string) => Promise<void>;
}

export function teachersIn(prisma: PrismaClient): Teachers {
  const select = { id: true, name: true, passwordHash: true };
  return {
    count: () => prisma.teacher.count(),
    add: async (data) => {
      try {
        await prisma.teacher.create({ data });
        return ok(null);
      } catch (error) {
        if (isTaken(error)) return err('name-taken');
        throw error;
      }
    },
    has: async (id) => (await prisma.teacher.count({ where: { id } })) > 0,
    named: (name) => prisma.teacher.findUnique({ where: { name }, select }),
    withId: (id) => prisma.teacher.findUnique({ where: { id }, select }),
    setPassword: async (id, passwordHash) => {
      await prisma.teacher.updateMany({ where: { id }, data: { passwordHash } });
    },
  };
}
