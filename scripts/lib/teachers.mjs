import { createHash, randomBytes } from 'node:crypto';
import { openTables } from './people/files.mjs';
import { openTablesOn } from './people/postgres.mjs';
import { Stop } from './say.mjs';

/** A link works for a day, ms. */
export const WORKS_FOR = 24 * 60 * 60 * 1_000;

/** Links as server/accounts/links.ts reads them: what each is for, under the hash of its secret. */
const UNDER = 'link/';

const hashOf = (secret) => createHash('sha256').update(secret).digest('base64url');

/** The teachers of an installation, while its server runs or not. */
export async function openTeachers({ files, postgres }) {
  return new Teachers(await (postgres ? openTablesOn(postgres) : openTables(files['trainoff.db'])));
}

class Teachers {
  #tables;

  constructor(tables) {
    this.#tables = tables;
  }

  /** Each with the number of browsers that are signed in, in the order of their names. */
  all() {
    return this.#tables.all();
  }

  /** The secret of a link with which that teacher sets another password; one that was printed before works no more. */
  async reset(name) {
    const teacher = await this.#tables.named(name.normalize('NFC'));
    if (!teacher)
      throw new Stop(`There is no teacher called ${name}: npm run teacher -- --list tells who there is.`);
    return this.#link({ teacher: teacher.id, name: teacher.name });
  }

  /** The secret of a link with which a further teacher comes in. */
  async add(name) {
    if ((await this.all()).length === 0)
      throw new Stop('There is no teacher yet: open the link that the server printed when it started.');
    if (await this.#tables.named(name.normalize('NFC')))
      throw new Stop(`There is a teacher called ${name} already.`);
    return this.#link({ teacher: null, name: name.normalize('NFC') });
  }

  close() {
    return this.#tables.close();
  }

  async #link({ teacher, name }) {
    const secret = randomBytes(32).toString('base64url');
    const value = JSON.stringify({ teacher, name, until: Date.now() + WORKS_FOR });
    const isOver = (link) => link.until <= Date.now() || (teacher !== null && link.teacher === teacher);
    const over = (await this.#tables.settings(UNDER)).filter((one) => isOver(JSON.parse(one.value)));
    await this.#tables.replace(
      over.map(({ key }) => key),
      { key: UNDER + hashOf(secret), value },
    );
    return secret;
  }
}
