import { join } from 'node:path';
import Database from 'better-sqlite3';

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
