import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/folder';
import { onPostgres } from '../../../support/on-postgres';
import { startPostgres } from '../../../support/postgres-server';
import { runScript } from '../../../support/script';
import { runServer, startServer } from '../../../support/server';
import { teach } from '../../../support/taught';

let own: Awaited<ReturnType<typeof startPostgres>>;
let port: string;

beforeEach(async () => {
  own = await startPostgres();
  ({ port } = new URL(own.url));
});
afterEach(() => own.remove());

/** Plays a little on a server with this environment; what its keeper then reads of its teachers. */
async function kept(env: Readonly<Record<string, string>>): Promise<string> {
  const server = await startServer({ env });
  try {
    const { seated, browser, id } = await teach(server);
    await seated('Mira').then((phone) => phone.close());
    expect((await browser.get(`/api/sessions/${id}/review`)).text).toContain('Mira');
    const { code, output } = await runScript('teacher', ['--list'], server.dataDir, { env });
    expect(code).toBe(0);
    return output;
  } finally {
    await server.remove();
  }
}

describe('a socket of this computer', () => {
  it('is written where the host stands, with %2F for each /', async () => {
    const folder = encodeURIComponent(own.folder);
    const DATABASE_URL = `postgres://postgres@${folder}:${port}/postgres`;
    expect(await kept({ DATABASE_URL })).toContain('Ada');
  });

  it('or behind the ?, where no host stands', async () => {
    const DATABASE_URL = `postgres:///postgres?host=${own.folder}&port=${port}&user=postgres`;
    expect(await kept({ DATABASE_URL })).toContain('Ada');
  });

  it('that is not there is said, without who would have come in', async () => {
    const folder = temporaryFolder();
    const DATABASE_URL = `postgres:///postgres?host=/nowhere&user=somebody`;
    const { code, output } = await runServer({ dataDir: folder.path, env: { DATABASE_URL } });
    folder.remove();
    expect(code).toBe(1);
    expect(output).toContain('The database at /nowhere/postgres cannot be used');
    expect(output).not.toContain('somebody');
  });
});

describe('a password that stands in PGPASSWORD', () => {
  const PGPASSWORD = 'of/the?keeper#';
  const at = (name: string) => `postgres://keeper@127.0.0.1:${port}/${name}`;

  beforeEach(async () => {
    const [row] = await onPostgres(own.url, 'SHOW hba_file');
    await onPostgres(
      own.url,
      `CREATE ROLE keeper LOGIN PASSWORD '${PGPASSWORD}'`,
      'CREATE DATABASE kept OWNER keeper',
      'CREATE DATABASE moved OWNER keeper',
      `COPY (VALUES ('host all keeper 127.0.0.1/32 scram-sha-256'), ('host all all 127.0.0.1/32 trust'))
       TO '${String(row?.hba_file)}'`,
    );
    await own.server.stop();
    await own.server.start();
  });

  it('is the one with which the server, its commands and its threads come in', async () => {
    const env = { DATABASE_URL: at('kept'), PGPASSWORD };
    expect(await kept(env)).toContain('Ada');
    const folder = temporaryFolder();
    const refused = await runServer({
      dataDir: folder.path,
      env: { DATABASE_URL: at('kept'), PGPASSWORD: 'wrong' },
    });
    folder.remove();
    expect(refused.code).toBe(1);
    expect(refused.output).not.toContain('wrong');
  });

  it('is the one with which an installation moves', async () => {
    const server = await startServer();
    const { id } = await teach(server);
    await server.stop();
    const moved = await runScript('move', ['--to', at('moved')], server.dataDir, { env: { PGPASSWORD } });
    expect(moved.output).toContain(`Moved to 127.0.0.1:${port}/moved: 1 sessions`);
    const rows = await onPostgres(own.url.replace(/postgres$/, 'moved'), 'SELECT id FROM "Session"');
    expect(rows).toEqual([{ id }]);
    await server.remove();
  });
});
