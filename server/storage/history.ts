import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Why a database could not be brought up to date. Nothing of the named migration was kept. */
export interface MigrationFailure {
  readonly code: 'migration-changed' | 'migration-missing' | 'migration-failed';
  readonly migration: string;
  /** One sentence for the person who started the server. */
  readonly reason: string;
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A step of the history is a folder with the same change in both languages: SQLite's, and PostgreSQL's. */
export type Dialect = 'migration.sql' | 'postgres.sql';

/** All steps, in order. */
export function readMigrations(folder: string, dialect: Dialect): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, dialect)));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, dialect), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** History may only grow: what was applied must still stand there, letter for letter. */
export function checkHistory(
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): MigrationFailure | undefined {
  for (const [migration, checksum] of applied) {
    const found = migrations.find(({ name }) => name === migration);
    if (!found) {
      const reason = `The database was made by a newer version: it has had migration ${migration}, which is not here.`;
      return { code: 'migration-missing', migration, reason };
    }
    if (found.checksum !== checksum) {
      const reason = `Migration ${migration} was changed after it had been applied; restore its file and add a new one instead.`;
      return { code: 'migration-changed', migration, reason };
    }
  }
  return undefined;
}

/** A migration that the database did not take. */
export function failed({ name }: Migration, error: unknown): MigrationFailure {
  const detail = error instanceof Error ? error.message : String(error);
  const reason = `Migration ${name} failed and was undone: ${detail}.`;
  return { code: 'migration-failed', migration: name, reason };
}
