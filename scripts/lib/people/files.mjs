import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Stop } from '../say.mjs';

/** How long a write waits for the server, which may be writing too, ms. */
const PATIENCE = 5_000;

/** What is asked of the tables of teachers and settings, in a file of SQLite. */
export function openTables(file) {
  if (!existsSync(file)) throw new Stop(`There is no ${file}: is DATA_DIR the one of the server?`);
  const db = new Database(file, { fileMustExist: true, timeout: PATIENCE });
  const found = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('Teacher', 'Setting')");
  if (found.get().n < 2) throw new Stop(`${file} holds no teachers: start the server once.`);
  const replace = db.transaction((keys, { key, value }) => {
    for (const old of keys) db.prepare('DELETE FROM Setting WHERE key = ?').run(old);
    db.prepare('INSERT INTO Setting (key, value) VALUES (?, ?)').run(key, value);
  });
  return {
    all: () =>
      db
        .prepare(
          `SELECT name, (SELECT count(*) FROM SignIn WHERE teacherId = Teacher.id) AS browsers
           FROM Teacher ORDER BY name`,
        )
        .all(),
    named: (name) => db.prepare('SELECT id, name FROM Teacher WHERE name = ?').get(name),
    settings: (under) => db.prepare('SELECT key, value FROM Setting WHERE key LIKE ?').all(`${under}%`),
    replace: (keys, setting) => replace.immediate(keys, setting),
    close: () => db.close(),
  };
}
