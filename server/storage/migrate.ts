import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/result';
import { checkHistory, failed, readMigrations, type Migration, type MigrationFailure } from './history';

/** The same table that Prisma's own tool keeps, so that it can take over one day. */
const APPLIED = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

function readApplied(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], { name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    .all();
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function brokenReferences(db: Database.Database): string[] {
  const rows = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  return rows.map(({ table, parent }) => `${table} -> ${parent}`);
}

function record(db: Database.Database, { name, checksum }: Migration): void {
  db.prepare(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (?, ?, ?, ?, ?, 1)`,
  ).run(randomUUID(), checksum, name, Date.now(), Date.now());
}

function apply(db: Database.Database, migration: Migration): MigrationFailure | undefined {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(migration.sql);
    const broken = brokenReferences(db);
    if (broken.length > 0) throw new Error(`rows would lose their parent (${broken.slice(0, 3).join(', ')})`);
    record(db, migration);
    db.exec('COMMIT');
    return undefined;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return failed(migration, error);
  }
}

function applyMissing(db: Database.Database, migrations: Migration[]): Result<string[], MigrationFailure> {
  const applied = readApplied(db);
  const conflict = checkHistory(applied, migrations);
  if (conflict) return err(conflict);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) {
    const failure = apply(db, migration);
    if (failure) return err(failure);
  }
  return ok(missing.map(({ name }) => name));
}

/**
 * Writes the file anew: what an earlier build deleted without overwriting it, or an erasure could not reach because a
 * backup was reading, is gone after a start. A file that another program is at is left as it is.
 */
function scrub(db: Database.Database): void {
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('secure_delete = ON');
    db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')) throw error;
  }
}

/**
 * Brings the SQLite file up to date with `prisma/migrations` and returns the names that were applied.
 * `folder` is given from outside because the bundle in dist/ does not stand beside the sources.
 */
export function migrate(file: string, folder: string): Result<string[], MigrationFailure> {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // Ignored inside a transaction, so it comes first: with it on, rebuilding a table would delete
    // its children through ON DELETE CASCADE and report success.
    db.pragma('foreign_keys = OFF');
    db.exec(APPLIED);
    const applied = applyMissing(db, readMigrations(folder, 'migration.sql'));
    if (applied.ok) scrub(db);
    return applied;
  } finally {
    db.close();
  }
}
