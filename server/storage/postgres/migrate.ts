import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { err, ok, type Result } from '#shared/result';
import { checkHistory, failed, readMigrations, type Migration, type MigrationFailure } from '../history';
import type { Postgres } from './connect';
import { LOG_TABLES } from './log-tables';
import { PAGE_TABLES } from './page-files';
import { unhurried } from './unhurried';

/** The name, as a number, of the lock under which one migrates, or carries everything over, while others wait. */
export const LOCK = 7_274_566_612;

/** As Prisma's own tool makes it, so that it can take over one day. */
const APPLIED = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

async function readApplied(client: ClientBase): Promise<Map<string, string>> {
  const rows = await unhurried<Pick<Migration, 'name' | 'checksum'>>(
    client,
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await unhurried(client, sql);
  await unhurried(
    client,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

async function applyMissing(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<Result<string[], MigrationFailure>> {
  await unhurried(client, APPLIED);
  const applied = await readApplied(client);
  const conflict = checkHistory(applied, migrations);
  if (conflict) return err(conflict);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) {
    try {
      await apply(client, migration);
    } catch (error) {
      return err(failed(migration, error));
    }
  }
  await unhurried(client, LOG_TABLES + PAGE_TABLES);
  return ok(missing.map(({ name }) => name));
}

/**
 * Brings a database up to date with `prisma/migrations` and returns the names that were applied, all or none. Of several
 * servers that start at once the first one does it; the others wait, and then there is nothing left to do.
 */
export async function migratePostgres(
  { pool }: Pick<Postgres, 'pool'>,
  folder: string,
): Promise<Result<string[], MigrationFailure>> {
  const migrations = readMigrations(folder, 'postgres.sql');
  const client = await pool.connect();
  try {
    await unhurried(client, 'BEGIN');
    await unhurried(client, `SELECT pg_advisory_xact_lock(${LOCK})`);
    const applied = await applyMissing(client, migrations);
    await unhurried(client, applied.ok ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return applied;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Whether a database has had every step of `prisma/migrations` and none that is not there; nothing is changed. */
export async function isUpToDate({ pool }: Pick<Postgres, 'pool'>, folder: string): Promise<boolean> {
  const migrations = readMigrations(folder, 'postgres.sql');
  const client = await pool.connect();
  try {
    const [table] = await unhurried<{ there: boolean }>(
      client,
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
    );
    const applied = table?.there ? await readApplied(client) : new Map<string, string>();
    const conflict = checkHistory(applied, migrations);
    return conflict === undefined && applied.size === migrations.length;
  } finally {
    client.release();
  }
}
