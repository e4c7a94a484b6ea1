import type { Pool, PoolConfig } from 'pg';

/** Connections to one database, by what they are for. */
export interface Postgres {
  /** One connection, over which the log is appended to; what is asked on it at once is sent at once. */
  readonly writer: Pool;
  /** For everything else. */
  readonly pool: Pool;
  /** May be called again. */
  readonly close: () => Promise<void>;
}

/** How long a connection, or the turn for one, is waited for, ms. */
const CONNECT_WITHIN = 5_000;
/** How long a commit may take, ms: after that it is not known whether it will still happen. Longer than transaction.ts lets a statement take. */
const COMMIT_WITHIN = 5_000;
/** How long an answer may take, ms: the log of a big session has megabytes. */
const ANSWER_WITHIN = 20_000;
/** How long the database waits for a server that stands still in the middle of a transaction, ms. */
const IDLE_WITHIN = 5_000;

/** What all connections have, whatever the database or its user is set to: Prisma writes to `public` by name. */
const COMMON = { search_path: 'public', synchronous_commit: 'on' };

/** Connections that one server keeps besides the one that appends. */
const MOST = 8;
/** Those of the thread that looks back, which is asked one thing at a time. */
const MOST_READERS = 2;

const settings = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/**
 * Opens connections to a database; it is not asked anything yet. Nothing of PostgreSQL is loaded before this is called:
 * a server with SQLite needs none of it.
 */
export async function connect(url: string): Promise<Postgres> {
  const { default: pg } = await import('pg');
  const common: PoolConfig = {
    connectionString: url,
    application_name: 'trainoff',
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
  };
  const idle = { idle_in_transaction_session_timeout: IDLE_WITHIN };
  const writer = new pg.Pool({
    ...common,
    max: 1,
    pipeline: true,
    query_timeout: COMMIT_WITHIN,
    // It is the one that hurries: nobody waits until it is connected once more.
    idleTimeoutMillis: 0,
    options: settings({ ...COMMON, ...idle }),
  });
  const pool = new pg.Pool({
    ...common,
    max: MOST,
    query_timeout: ANSWER_WITHIN,
    options: settings({ ...COMMON, ...idle }),
  });
  for (const one of [writer, pool]) survive(one);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= Promise.all([writer.end(), pool.end()]).then(() => undefined));
  return { writer, pool, close };
}

/** One connection, as durable as a server's, on which anything may take as long as it takes: for commands, which nobody waits for but a person. */
export async function alone(url: string): Promise<Pick<Postgres, 'pool' | 'close'>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN,
    max: 1,
    options: settings(COMMON),
  });
  survive(pool);
  return { pool, close: () => pool.end() };
}

/** What servers tell each other waits for nothing, ms. */
const SOON = 2_000;

/**
 * One that listens and one that counts; for what is done once by one server (there are three such things, and one is done
 * inside another) one each, and one for what the tables are asked there. What is left is for pages.
 */
const MOST_BESIDE = 8;

/**
 * Connections beside those that classes wait for: for what servers tell each other, count together and do once. Whatever
 * happens there takes no connection from the log, and a commit may be lost by a power cut.
 */
export async function beside(url: string): Promise<Pick<Postgres, 'pool' | 'close'>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'trainoff beside',
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    max: MOST_BESIDE,
    query_timeout: SOON,
    options: settings({ ...COMMON, synchronous_commit: 'off' }),
  });
  survive(pool);
  return { pool, close: () => pool.end() };
}

/** Connections that only read: the thread that looks back has them for as long as it lives. */
export async function readers(url: string): Promise<Pick<Postgres, 'pool' | 'close'>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'trainoff past',
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    max: MOST_READERS,
    query_timeout: ANSWER_WITHIN,
    options: settings({ ...COMMON, default_transaction_read_only: 'on' }),
  });
  survive(pool);
  return { pool, close: () => pool.end() };
}

/**
 * A connection that is lost while nothing is asked on it, in its pool or in somebody's hands, ends no server: whoever asks
 * on it next is told, and whoever asks later gets another one.
 */
function survive(pool: Pool): void {
  const nothing = () => undefined;
  pool.on('error', nothing);
  pool.on('connect', (client) => client.on('error', nothing));
}

/** The oldest one that is tried, as the database itself counts. */
const OLDEST = 130_000;

const NOTHING = { version: '0', fsync: 'off', commit: 'off', encoding: 'none' };

/** Throws unless a commit that the database reports stays through a power cut there, with every letter that was written. */
export async function requireDurable({ pool }: Pick<Postgres, 'pool'>): Promise<void> {
  const { rows } = await pool.query<typeof NOTHING>(
    `SELECT current_setting('server_version_num') AS version, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  );
  const [{ version, fsync, commit, encoding } = NOTHING] = rows;
  if (Number(version) < OLDEST) throw new Error(`it is older than PostgreSQL 13 (${version})`);
  if (fsync !== 'on' || commit !== 'on')
    throw new Error(`its commits are not durable: fsync is ${fsync}, synchronous_commit is ${commit}`);
  if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}, and has to be UTF8`);
}
