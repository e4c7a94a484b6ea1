import type { Pool } from 'pg';
import { unhurried } from '../postgres/unhurried';
import type { PrismaClient } from '../generated/client';

/**
 * Opens the cold tables of a PostgreSQL. Its client is made from the same models as SQLite's and differs in how it
 * speaks to the database, not in what it is asked: one type stands for both.
 */
export async function openPrismaOn(pool: Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient: OnPostgres }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('../generated-postgres/client'),
  ]);
  const prisma = new OnPostgres({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  return prisma as unknown as PrismaClient;
}

/** Takes what was deleted out of the tables' pages. */
export const scrubbingOn =
  (pool: Pool): (() => Promise<boolean>) =>
  () =>
    unhurried(pool, 'VACUUM "Session", "Lesson", "LessonVersion"').then(
      () => true,
      () => false,
    );
