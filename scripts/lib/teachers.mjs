import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Stop } from './say.mjs';

/** A link works for a day, ms. */
export const WORKS_FOR = 24 * 60 * 60 * 1_000;

/** How long a write waits for the server, which may be writing too, ms. */
const PATIENCE = 5_000;

/** Links as server/accounts/links.ts reads them: what each is for, under the hash of its secret. */
const UNDER = 'link/';

const hashOf = (secret) => createHash('sha256').update(secret).digest('base64url');

/** The teachers of a data folder, while its server runs or not. */
export function openTeachers(file) {
  if (!existsSync(file)) throw new Stop(`There is no ${file}: is DATA_DIR the one of the server?`);
  const db = new Database(file, { fileMustExist: true, timeout: PATIENCE });
  const found = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('Teacher', 'Setting')");
  if (found.get().n < 2) throw new Stop(`${file} holds no teachers: start the server once.`);
  return new Teachers(db);
}

class Teachers {
  #db;

  constructor(db) {
    this.#db = db;
  }

  /** Each with the number of browsers that are signed in, in the order of their names. */
  all() {
    return this.#db
      .prepare(
        `SELECT name, (SELECT count(*) FROM SignIn WHERE teacherId = Teacher.id) AS browsers
         FROM Teacher ORDER BY name`,
      )
      .all();
  }

  /** The secret of a link with which that teacher sets another password; one that was printed before works no more. */
  reset(name) {
    const teacher = this.#named(name);
    if (!teacher)
      throw new Stop(`There is no teacher called ${name}: npm run teacher -- --list tells who there is.`);
    return this.#link({ teacher: teacher.id, name: teacher.name });
  }

  /** The secret of a link with which a further teacher comes in. */
  add(name) {
    if (this.all().length === 0)
      throw new Stop('There is no teacher yet: open the link that the server printed when it started.');
    if (this.#named(name)) throw new Stop(`There is a teacher called ${name} already.`);
    return this.#link({ teacher: null, name: name.normalize('NFC') });
  }

  close() {
    this.#db.close();
  }

  #named(name) {
    return this.#db.prepare('SELECT id, name FROM Teacher WHERE name = ?').get(name.normalize('NFC'));
  }

  #link({ teacher, name }) {
    const secret = randomBytes(32).toString('base64url');
    const value = JSON.stringify({ teacher, name, until: Date.now() + WORKS_FOR });
    this.#db
      .transaction(() => {
        this.#forget(teacher);
        this.#db.prepare('INSERT INTO Setting (key, value) VALUES (?, ?)').run(UNDER + hashOf(secret), value);
      })
      .immediate();
    return secret;
  }

  /** Links that are too old, and those for the same teacher. */
  #forget(teacher) {
    const links = this.#db.prepare('SELECT key, value FROM Setting WHERE key LIKE ?').all(`${UNDER}%`);
    for (const { key, value } of links) {
      const link = JSON.parse(value);
      if (link.until <= Date.now() || (teacher !== null && link.teacher === teacher))
        this.#db.prepare('DELETE FROM Setting WHERE key = ?').run(key);
    }
  }
}
