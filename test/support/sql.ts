import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Runs one statement on a server's cold tables from outside, as somebody with a database tool would. */
export function sql(dataDir: string, statement: string, ...values: unknown[]): unknown[] {
  const db = new Database(join(dataDir, 'trainoff.db'));
  try {
    const prepared = db.prepare(statement);
    if (prepared.reader) return prepared.all(...values);
    prepared.run(...values);
    return [];
  } finally {
    db.close();
  }
}
