import type { ClientBase, Pool, QueryConfig } from 'pg';
import type { SessionLog } from '../log/port';
import type { Postgres } from './connect';
import { unhurried } from './unhurried';

const ALL = ['log_personal', 'log_beside', 'log_event', 'log_running'];

type Erased = Parameters<SessionLog['erase']>;

function statements(session: string, what: Erased[1], seat: Erased[2]): QueryConfig[] {
  const names =
    what === 'all'
      ? ALL.map((table) => ({ text: `DELETE FROM ${table} WHERE session = $1`, values: [session] }))
      : [
          {
            text: 'DELETE FROM log_personal WHERE session = $1 AND row = ANY($2::text[])',
            values: [session, [...what]],
          },
        ];
  if (seat === undefined) return names;
  const words = { text: 'DELETE FROM log_beside WHERE session = $1 AND seat = $2', values: [session, seat] };
  return [...names, words];
}

/** How long appends may have to wait behind an erasure that itself waits, ms: less than a commit may take. */
const LOCKED_WITHIN = 4_000;

/**
 * Waits for whatever is being written now: an append whose answer was lost may still be on its way into the tables that
 * are to be erased from. Only to wait: while rows are deleted, others are appended.
 */
const WRITTEN = `BEGIN;
  SET LOCAL lock_timeout = ${LOCKED_WITHIN};
  LOCK TABLE log_personal, log_beside, log_event IN SHARE ROW EXCLUSIVE MODE;
  COMMIT`;

async function remove(client: ClientBase, [session, what, seat]: Erased): Promise<void> {
  await client.query(WRITTEN);
  await unhurried(client, 'BEGIN');
  for (const { text, values } of statements(session, what, seat)) await unhurried(client, text, values);
  await unhurried(client, 'COMMIT');
}

/** Over a connection of its own: a big session takes its time, and appends do not wait for it. */
async function removed(pool: Pool, erased: Erased): Promise<void> {
  const client = await pool.connect();
  try {
    await remove(client, erased);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Erases for everybody who asks the database. A deleted row is passed over by all, and taken out of its page at once;
 * what the disk still has of it until the page is used again, and the database's own log of changes, are with whoever
 * keeps the database (docs/decisions/0063).
 */
export const erasing =
  ({ pool }: Pick<Postgres, 'pool'>): SessionLog['erase'] =>
  async (...erased) => {
    try {
      await removed(pool, erased);
      await unhurried(pool, 'VACUUM log_personal, log_beside');
      return true;
    } catch {
      return false;
    }
  };
