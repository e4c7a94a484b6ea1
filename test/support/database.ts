import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onPostgres } from './on-postgres';

/** An empty database on the run's PostgreSQL, and the way to take it away again. */
export async function temporaryDatabase(): Promise<{
  readonly url: string;
  readonly remove: () => Promise<void>;
}> {
  const server = inject('postgres');
  if (server === null)
    throw new Error(
      `There is no PostgreSQL for tests on ${process.platform} ${process.arch}, or it did not start.`,
    );
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
