import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/result';

/** A data folder that belongs to this server until it is given back. */
export interface Lock {
  readonly release: () => void;
}

const isBusy = (error: unknown) => error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';

/**
 * Locks `folder` against a second server. The operating system holds the lock for the process and drops it with
 * the process, also after SIGKILL, so that a stale one never blocks a restart; SQLite spells it for every system.
 */
export function lockFolder(folder: string): Result<Lock, 'locked'> {
  const db = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => db.close() });
  } catch (error) {
    db.close();
    if (isBusy(error)) return err('locked');
    throw error;
  }
}
