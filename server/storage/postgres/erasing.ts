import type { PoolClient, QueryConfig } from 'pg';
import type { SessionLog } from '../log/port';
import type { Postgres } from './connect';
import { transaction } from './transaction';

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

async function removed(client: PoolClient, [session, what, seat]: Erased): Promise<boolean> {
  const refused = await transaction(client, statements(session, what, seat));
  client.release(refused !== null);
  return refused === null;
}

/**
 * Erases for everybody who asks the database. A deleted row is passed over by all, and taken out of its page at once;
 * what the disk still has of it until the page is used again, and the database's own log of changes, are with whoever
 * keeps the database (docs/decisions/0063).
 */
export const erasing =
  ({ writer, pool }: Pick<Postgres, 'writer' | 'pool'>): SessionLog['erase'] =>
  async (...erased) => {
    try {
      if (!(await removed(await writer.connect(), erased))) return false;
      await pool.query('VACUUM log_personal, log_beside');
      return true;
    } catch {
      return false;
    }
  };
