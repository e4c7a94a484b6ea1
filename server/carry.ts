import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#shared/result';
import { readEnv } from './env';
import { carryInto, type Carried } from './storage/carry/into';
import { carryOut } from './storage/carry/out';
import { OF_OTHERS } from './storage/private';
import { whereOf } from './storage/postgres/address';
import { alone, requireDurable, type Postgres } from './storage/postgres/connect';
import { isUpToDate, migratePostgres } from './storage/postgres/migrate';
import { unreachable } from './storage/postgres/open';

const USAGE = 'node dist/server/carry.js into|out LOG_FILE DATABASE_FILE, with DATABASE_URL=postgres://...';

/** The bundle stands in dist/server. */
const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Makes the tables where everything goes into them; a database that is only read stays as it is. */
async function readied(
  way: 'into' | 'out',
  postgres: Pick<Postgres, 'pool'>,
  url: string,
): Promise<Result<unknown, string>> {
  if (way === 'out') {
    if (await isUpToDate(postgres, migrations)) return ok(null);
    return err(
      `The database at ${whereOf(url)} was not made by this version: take the backup with the one that runs there, or start this one once.`,
    );
  }
  await requireDurable(postgres);
  const migrated = await migratePostgres(postgres, migrations);
  return migrated.ok ? migrated : err(migrated.error.reason);
}

async function carry(
  way: 'into' | 'out',
  log: string,
  cold: string,
  url: string,
): Promise<Result<Carried, string>> {
  const postgres = await alone(url);
  try {
    const ready = await readied(way, postgres, url);
    if (!ready.ok) return ready;
    const client = await postgres.pool.connect();
    try {
      const carried = await (way === 'into' ? carryInto : carryOut)(client, { log, cold }, migrations);
      return carried.ok ? carried : err(`The database at ${whereOf(url)}: ${carried.error}.`);
    } finally {
      // Whatever was begun on it ends with it; a connection that is still held would keep the pool from closing.
      client.release(true);
    }
  } catch (error) {
    return err(unreachable(url, error));
  } finally {
    await postgres.close();
  }
}

/** Between files and a PostgreSQL, either way; says how many rows of each table there are, as JSON. */
async function run([way, log, cold, ...more]: readonly string[]): Promise<Result<Carried, string>> {
  const env = readEnv(process.env);
  if (!env.ok) return env;
  const { postgres } = env.value;
  if ((way !== 'into' && way !== 'out') || !log || !cold || more.length > 0 || postgres === null)
    return err(USAGE);
  return carry(way, log, cold, postgres);
}

process.umask(OF_OTHERS);
const ran = await run(process.argv.slice(2));
if (ran.ok) process.stdout.write(`${JSON.stringify(ran.value)}\n`);
else process.stderr.write(`${ran.error}\n`);
process.exitCode = ran.ok ? 0 : 1;
