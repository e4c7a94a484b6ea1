import type { StoredEvent } from '#shared/session/upcast';
import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import type { Head } from '../log/messages';
import type { RunningSession, SessionKey } from '../log/port';
import { isLost } from './transaction';

/** A session's records with a seq above a given one, in order. A number of 64 bits would come as text. */
const EVENTS_AFTER = `SELECT event.seq, event.at::float8 AS at, event.version, event.command, event.body,
    beside.body AS beside
  FROM log_event AS event LEFT JOIN log_beside AS beside USING (session, seq)
  WHERE event.session = $1 AND event.seq > $2 ORDER BY event.seq`;

export interface NameRow {
  readonly row: string;
  readonly text: string;
}

const NAMES = 'SELECT row, text FROM log_personal WHERE session = $1';

const RUNNING = 'SELECT session, code FROM log_running ORDER BY session';

const CODED = 'SELECT session, code FROM log_running WHERE code = $1';
const UNENDED = 'SELECT session, code FROM log_running WHERE session = $1';

/** One look at the index for each session, however long its log is. */
const HEADS = `SELECT asked.session, head.seq FROM unnest($1::text[]) AS asked (session)
  CROSS JOIN LATERAL (
    SELECT seq FROM log_event WHERE log_event.session = asked.session ORDER BY seq DESC LIMIT 1) AS head`;

/** Reads once more, over another connection, where the one that was at hand had been lost meanwhile. */
async function read<Row extends QueryResultRow>(pool: Pool, asked: QueryConfig): Promise<Row[]> {
  try {
    return (await pool.query<Row>(asked)).rows;
  } catch (error) {
    if (!isLost(error)) throw error;
    return (await pool.query<Row>(asked)).rows;
  }
}

export const eventsAfter = (pool: Pool, session: string, after: number): Promise<StoredEvent[]> =>
  read(pool, { name: 'log-after', text: EVENTS_AFTER, values: [session, after] });

export const namesOf = (pool: Pool, session: string): Promise<NameRow[]> =>
  read(pool, { name: 'log-names', text: NAMES, values: [session] });

/** Of all servers together. */
export const allRunning = (pool: Pool): Promise<RunningSession[]> =>
  read(pool, { name: 'log-all-running', text: RUNNING });

/** Of whichever server. */
export async function runningOne(pool: Pool, key: SessionKey): Promise<RunningSession | null> {
  const asked =
    'code' in key
      ? { name: 'log-coded', text: CODED, values: [key.code] }
      : { name: 'log-unended', text: UNENDED, values: [key.session] };
  return (await read<RunningSession>(pool, asked))[0] ?? null;
}

/** A server that does not hear by then how far its sessions go has to let go of them, ms: the next try takes another connection. */
const HEADS_WITHIN = 3_000;

export const headsOf = (pool: Pool, sessions: readonly string[]): Promise<Head[]> => {
  const asked = { name: 'log-heads', text: HEADS, values: [[...sessions]], query_timeout: HEADS_WITHIN };
  return read(pool, asked);
};
