import { whereOf } from '../carry.mjs';
import { Stop } from '../say.mjs';

/** How long the database may take to answer at all, ms. */
const PATIENCE = 5_000;

/** The host may have several addresses, of which none answers. */
const reasonOf = (error) => error.errors?.[0]?.message ?? error.message;

/** What is asked of the tables of teachers and settings, in a PostgreSQL. */
export async function openTablesOn(url) {
  const { default: pg } = await import('pg');
  // As the server's connections: its tables are in `public`, whatever the database or its user is set to.
  const options = '-c search_path=public -c synchronous_commit=on';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, options });
  const ask = async (text, values) => (await client.query(text, values)).rows;
  try {
    await client.connect();
  } catch (error) {
    throw new Stop(`The database at ${whereOf(url)} cannot be used (${reasonOf(error)}).`);
  }
  const [{ teachers }] = await ask(`SELECT to_regclass('"Teacher"') IS NOT NULL AS teachers`);
  if (!teachers) {
    await client.end();
    throw new Stop(`The database at ${whereOf(url)} holds no teachers: start the server once.`);
  }
  return {
    all: () =>
      ask(`SELECT name, (SELECT count(*)::int FROM "SignIn" WHERE "teacherId" = t.id) AS browsers
        FROM "Teacher" AS t ORDER BY name COLLATE "C"`),
    named: async (name) => (await ask('SELECT id, name FROM "Teacher" WHERE name = $1', [name]))[0],
    settings: (under) => ask('SELECT key, value FROM "Setting" WHERE starts_with(key, $1)', [under]),
    // One statement: the old links go and the new one comes, or neither.
    replace: (keys, { key, value }) =>
      ask(
        `WITH gone AS (DELETE FROM "Setting" WHERE key = ANY($1::text[]))
         INSERT INTO "Setting" (key, value) VALUES ($2, $3)`,
        [keys, key, value],
      ),
    close: () => client.end(),
  };
}
