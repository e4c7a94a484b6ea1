import type { Pool } from 'pg';

const NAMES = `SELECT session, count(*)::int AS names FROM log_personal WHERE session = ANY($1::text[]) GROUP BY session`;

/** How many names sessions have, about as many as students, as far as their servers have not written that down yet. */
export const namesIn =
  (pool: Pool) =>
  async (sessions: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    if (sessions.length === 0) return new Map();
    const { rows } = await pool.query<{ session: string; names: number }>(NAMES, [[...sessions]]);
    return new Map(rows.map(({ session, names }) => [session, names]));
  };
