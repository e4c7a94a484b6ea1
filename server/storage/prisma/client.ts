import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '../generated/client';

/** `PRAGMA synchronous` as SQLite spells FULL: a commit is on the disk before it is reported. */
const FULL = 2;

async function pragma(prisma: PrismaClient, text: string): Promise<unknown> {
  const rows = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${text}`);
  return Object.values(rows[0] ?? {})[0];
}

/** Both are set and read back: a new connection comes up with `synchronous=NORMAL`. */
async function makeDurable(prisma: PrismaClient): Promise<void> {
  await pragma(prisma, 'journal_mode = WAL');
  await pragma(prisma, 'synchronous = FULL');
  const mode = await pragma(prisma, 'journal_mode');
  const level = Number(await pragma(prisma, 'synchronous'));
  if (mode !== 'wal' || level !== FULL)
    throw new Error(`the database is not durable: ${String(mode)}, ${level}`);
}

/**
 * Opens the cold tables. The adapter has one connection that only transactions lock, so all of our writes are
 * single statements: anything else could vanish with somebody else's rollback.
 */
export async function openPrisma(file: string): Promise<PrismaClient> {
  const prisma = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: `file:${file}` }),
    errorFormat: 'minimal',
  });
  await makeDurable(prisma);
  return prisma;
}

/** Whether the database, and not a bug of ours, is behind an error. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof Error && /^(PrismaClient|DriverAdapter)/.test(error.name);

/** What the database said, out of the lines that Prisma puts around it. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  return /Message: `([^`]*)`/.exec(message)?.[1] ?? message.split('\n').at(-1) ?? '';
}

/** Whether a write was refused because a value that must be unique is there already. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';
