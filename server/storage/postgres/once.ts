import type { Pool, PoolClient } from 'pg';
import type { Once } from '../once';
import { unhurried } from './unhurried';

/** The first half of the names of our locks of this kind; the second half is made of what is to be done. */
const LOCKS = 727_456;

/** When something was done last stands in the settings, by the database's own clock. */
const DONE = 'done/';

/** How often the connection that holds the lock says that it is in use, ms. */
const STILL_HERE = 60_000;

/**
 * A server that stands still in the middle would hold the lock for as long as it stands: newer databases end such a
 * connection after so many ms. (Those before 14 do not know the setting.)
 */
const LET_GO = `SELECT set_config(name, '300000', false) FROM pg_settings WHERE name = 'idle_session_timeout'`;

const DUE = `SELECT NOT EXISTS (
  SELECT FROM "Setting" WHERE key = $1 AND value::timestamptz > now() - $2::float8 * interval '1 millisecond'
) AS due`;

const WROTE = `INSERT INTO "Setting" (key, value) VALUES ($1, now()::text)
  ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`;

type Asked = Pick<PoolClient, 'query'>;

async function isDue(client: Asked, name: string, every: number): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>(DUE, [DONE + name, every]);
  return rows[0]?.due === true;
}

async function isMine(client: Asked, name: string): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    'SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine',
    [LOCKS, name],
  );
  return rows[0]?.mine === true;
}

/**
 * By a lock that the database gives to one connection and takes back when that ends, whatever becomes of its server. What
 * was done is written down after it, so work that broke off is done again.
 */
export function onceOn(pool: Pool): Once {
  return async (name, every, work) => {
    const client = await pool.connect();
    let lost = false;
    const lose = () => {
      lost = true;
    };
    client.on('error', lose).on('end', lose);
    const beat = setInterval(() => void client.query('SELECT 1').catch(lose), STILL_HERE);
    beat.unref();
    try {
      if (!(await isDue(client, name, every))) return false;
      await client.query(LET_GO);
      // Somebody else may have done it between the question and the lock.
      if (!(await isMine(client, name)) || !(await isDue(client, name, every))) return false;
      await work(() => lost);
      if (lost) return false;
      await unhurried(client, WROTE, [DONE + name]);
      return true;
    } finally {
      clearInterval(beat);
      // The lock goes with the connection.
      client.release(true);
    }
  };
}
