import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLog } from '../../server/storage/log/open';
import type { SessionLog } from '../../server/storage/log/port';
import { askingPostgres, onPostgres } from '../support/on-postgres';
import type { Ask } from '../support/past';
import { openPostgresLog } from '../support/postgres-log';
import { asking } from '../support/sql';

/** The variable that says on which PostgreSQL halls are kept; without it they are kept in files. */
export const ON_POSTGRES = 'TRAINOFF_POSTGRES';

/** Where a server keeps what is written, and how it is read while no server runs. */
export interface Keeping {
  readonly env: Readonly<Record<string, string>>;
  readonly open: (dataDir: string) => Promise<SessionLog>;
  readonly ask: (dataDir: string) => Ask;
  /** Whether it stands in files of the server's own. */
  readonly inFiles: boolean;
}

/** The log in a folder of which no server runs. */
export const openDisk = (dataDir: string): Promise<SessionLog> =>
  openLog(dataDir, pathToFileURL(`${resolve('dist/server')}/`));

const inFiles: Keeping = { env: {}, open: openDisk, ask: asking, inFiles: true };

/** A database of its own for each hall. */
async function inDatabase(server: string): Promise<Keeping> {
  const name = `hall_${randomBytes(6).toString('hex')}`;
  await onPostgres(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href },
    open: () => openPostgresLog(url.href),
    ask: () => askingPostgres(url.href),
    inFiles: false,
  };
}

export async function keeping(): Promise<Keeping> {
  const server = process.env[ON_POSTGRES];
  return server === undefined ? inFiles : inDatabase(server);
}
