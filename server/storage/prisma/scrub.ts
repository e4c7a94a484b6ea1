import { setTimeout as pause } from 'node:timers/promises';
import type { PrismaClient } from '../generated/client';

/** How often, and after how long each, the end of another program's reading is waited for, ms: a backup takes less. */
const TRIES = 20;
const PAUSE = 100;

interface Checkpoint {
  readonly busy: number | bigint;
}

/**
 * Writes the cold tables anew, so that nothing of what was deleted is left in a page, in a gap between two rows or in
 * the WAL. They are some kilobytes, and it takes a few milliseconds. False if somebody kept reading the old pages all the
 * while: then the next one does it, at the latest that of a start (server/storage/migrate.ts).
 */
export async function scrub(prisma: PrismaClient): Promise<boolean> {
  await prisma.$executeRawUnsafe('VACUUM');
  for (let tries = 0; tries < TRIES; tries++) {
    const [row] = await prisma.$queryRawUnsafe<Checkpoint[]>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (Number(row?.busy) === 0) return true;
    await pause(PAUSE);
  }
  return false;
}
