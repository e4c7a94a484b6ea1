import type { Pool } from 'pg';
import type { PageFile, PageFiles } from '../../pages/page-files';
import { unhurried } from './unhurried';

/**
 * The files of the pages of the last builds, which every server of a cluster can give out: a page of one build may ask a
 * server of another one for them.
 */
export const PAGE_TABLES = `
  CREATE TABLE IF NOT EXISTS page_build (build TEXT COLLATE "C" PRIMARY KEY, started TIMESTAMPTZ NOT NULL);
  CREATE TABLE IF NOT EXISTS page_file (
    build TEXT COLLATE "C" NOT NULL REFERENCES page_build ON DELETE CASCADE,
    name TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    gzipped BOOLEAN NOT NULL,
    PRIMARY KEY (build, name)
  );
  CREATE INDEX IF NOT EXISTS page_file_name ON page_file (name);
`;

/** Builds whose files are kept, those that were started last. */
const KEPT = 4;

/** Those of a build that are not there yet: all of them are a megabyte, which a server that is started again need not send. */
async function missing(pool: Pool, build: string, files: readonly PageFile[]): Promise<readonly PageFile[]> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM page_file WHERE build = $1', [build]);
  const kept = new Set(rows.map(({ name }) => name));
  return files.filter(({ name }) => !kept.has(name));
}

async function keep(pool: Pool, build: string, files: readonly PageFile[]): Promise<void> {
  await pool.query(
    `INSERT INTO page_build (build, started) VALUES ($1, now())
     ON CONFLICT (build) DO UPDATE SET started = now()`,
    [build],
  );
  const sent = await missing(pool, build, files);
  if (sent.length > 0)
    await unhurried(
      pool,
      `INSERT INTO page_file (build, name, body, gzipped)
       SELECT $1, name, body, gzipped FROM unnest($2::text[], $3::bytea[], $4::boolean[]) AS file (name, body, gzipped)
       ON CONFLICT DO NOTHING`,
      [build, sent.map(({ name }) => name), sent.map(({ body }) => body), sent.map(({ gzipped }) => gzipped)],
    );
  await pool.query(
    `DELETE FROM page_build
     WHERE build NOT IN (SELECT build FROM page_build ORDER BY started DESC, build LIMIT ${KEPT})`,
  );
}

async function find(pool: Pool, name: string): Promise<PageFile | null> {
  const { rows } = await pool.query<PageFile>(
    'SELECT name, body, gzipped FROM page_file WHERE name = $1 LIMIT 1',
    [name],
  );
  return rows[0] ?? null;
}

/** Page files in the database that servers share. */
export const pageFilesOn = (pool: Pool): PageFiles => ({
  keep: (build, files) => keep(pool, build, files),
  names: async () => {
    const { rows } = await pool.query<{ name: string }>('SELECT DISTINCT name FROM page_file');
    return rows.map(({ name }) => name);
  },
  find: (name) => find(pool, name),
});
