import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
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
  await pragma(prisma, 'secure_delete = ON');
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
    adapter: new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 0 }),
    errorFormat: 'minimal',
  });
  await makeDurable(prisma);
  return patient(prisma);
}

/** How long a statement waits for another process that holds the file, and how often it asks, ms. */
const PATIENCE = 5_000;
const ASK_AGAIN = 50;

/**
 * Waits for a lock between attempts and not inside SQLite: the adapter runs on the thread of the sockets, which
 * would stand still meanwhile. A statement that found the file locked has done nothing, so it can be asked again.
 */
function patient(prisma: PrismaClient): PrismaClient {
  const again = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (const since = performance.now(); ; await pause(ASK_AGAIN)) {
      try {
        return await ask();
      } catch (error) {
        if (!isLocked(error) || performance.now() - since > PATIENCE) throw error;
      }
    }
  };
  const extended = prisma.$extends({
    query: { $allOperations: ({ args, query }) => again(() => query(args)) },
  });
  return extended as unknown as PrismaClient;
}

/** The adapter tells SQLITE_BUSY as a timeout, and of a statement that we wrote ourselves as what it is. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'P1008' || (error.code === 'P2010' && error.message.includes('`SQLITE_BUSY`')));

/**
 * Whether the database, and not a bug of ours, is behind an error. Of what PostgreSQL's driver says about a connection,
 * such as that it ended, Prisma passes on the plain Error, with its own version on it.
 */
export const isStorageError = (error: unknown): boolean =>
  error instanceof Error && (/^(PrismaClient|DriverAdapter)/.test(error.name) || 'clientVersion' in error);

/** What the database said, out of the lines that Prisma puts around it. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  return /Message: `([^`]*)`/.exec(message)?.[1] ?? message.split('\n').at(-1) ?? '';
}

/** Whether a write was refused because a value that must be unique is there already. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';
