import type { StoredEvent } from '#shared/session/upcast';
import type { Pool } from 'pg';

/** A session's records with a seq above a given one, in order. A number of 64 bits would come as text. */
const EVENTS_AFTER = `SELECT event.seq, event.at::float8 AS at, event.version, event.command, event.body,
    beside.body AS beside
  FROM log_event AS event LEFT JOIN log_beside AS beside USING (session, seq)
  WHERE event.session = $1 AND event.seq > $2 ORDER BY event.seq`;

export interface NameRow {
  readonly row: string;
  readonly text: string;
}

export async function eventsAfter(pool: Pool, session: string, after: number): Promise<StoredEvent[]> {
  const asked = { name: 'log-after', text: EVENTS_AFTER, values: [session, after] };
  return (await pool.query<StoredEvent>(asked)).rows;
}

export async function namesOf(pool: Pool, session: string): Promise<NameRow[]> {
  const text = 'SELECT row, text FROM log_personal WHERE session = $1';
  return (await pool.query<NameRow>({ name: 'log-names', text, values: [session] })).rows;
}
