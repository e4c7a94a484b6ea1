import pg from 'pg';
import type { Ask } from './past';

/** Runs statements with a connection of its own, as somebody with a database tool would. */
export async function onPostgres(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** One statement on the cold tables in a database. */
export const askingPostgres =
  (url: string): Ask =>
  async (statement, ...values) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    let place = 0;
    const text = statement.replaceAll('?', () => `$${++place}`);
    return client.query<Record<string, unknown>>(text, [...values]).then(
      ({ rows }) => client.end().then(() => rows),
      (error: unknown) => client.end().then(() => Promise.reject(error as Error)),
    );
  };
