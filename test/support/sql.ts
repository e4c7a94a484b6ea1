import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Ask } from './past';

/** Runs one statement on a file of a server's data from outside, as somebody with a database tool would. */
const onFile =
  (file: string) =>
  (dataDir: string, statement: string, ...values: unknown[]): unknown[] => {
    const db = new Database(join(dataDir, file));
    try {
      const prepared = db.prepare(statement);
      if (prepared.reader) return prepared.all(...values);
      prepared.run(...values);
      return [];
    } finally {
      db.close();
    }
  };

/** On the cold tables. */
export const sql = onFile('trainoff.db');
/** On the log. */
export const logSql = onFile('log.db');

/** On the cold tables of a folder, for whoever does not ask where they stand. */
export const asking =
  (dataDir: string): Ask =>
  (statement, ...values) =>
    Promise.resolve(sql(dataDir, statement, ...values));
