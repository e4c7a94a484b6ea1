import { afterEach, beforeEach, expect, it } from 'vitest';
import { processClock } from '../../../../server/live/clock';
import type { Commons } from '../../../../server/storage/postgres/commons';
import { openPostgres } from '../../../../server/storage/postgres/open';
import { ERASED, writeAnew } from '../../../../server/storage/postgres/write-anew';
import type { Storage } from '../../../../server/storage/prisma/open';
import { temporaryDatabase } from '../../../support/database';
import { onPostgres } from '../../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let opened: { readonly storage: Storage; readonly commons: Commons; readonly close: () => Promise<void> };

beforeEach(async () => {
  database = await temporaryDatabase();
  const result = await openPostgres(database.url, 'prisma/migrations');
  if (!result.ok) throw new Error(result.error);
  opened = result.value;
});
afterEach(async () => {
  await opened.close();
  await database.remove();
});

/** The files in which names and words stand: others, once they were written anew. */
const files = () =>
  onPostgres(
    database.url,
    `SELECT pg_relation_filenode('log_personal') AS names, pg_relation_filenode('log_beside') AS words`,
  );

const fail = (error: unknown) => {
  throw error;
};

/** One server's hour. */
async function hour(): Promise<void> {
  const { commons, storage } = opened;
  await writeAnew({ commons, settings: storage.settings, clock: processClock, onBug: fail })();
}

const another = () => onPostgres(database.url, `DELETE FROM "Setting" WHERE key = 'done/anew'`);

it('names and words are written anew within an hour of an erasure, and not where nothing was erased', async () => {
  const { settings } = opened.storage;
  const before = await files();
  await hour();
  expect(await files()).toEqual(before);
  await another();
  await settings.set(ERASED, 'yesterday');
  await Promise.all([hour(), hour()]);
  const after = await files();
  expect(after[0]?.names).not.toBe(before[0]?.names);
  expect(after[0]?.words).not.toBe(before[0]?.words);
  expect(await settings.get(ERASED)).toBeNull();
  await another();
  await hour();
  expect(await files()).toEqual(after);
});

it('a class that plays does not wait for it: what cannot be written in a moment is left for another day', async () => {
  const { commons, storage } = opened;
  await storage.settings.set(ERASED, 'yesterday');
  await onPostgres(database.url, `INSERT INTO log_running VALUES ('played', '123456')`);
  const before = await files();
  const reader = await commons.pool.connect();
  await reader.query('BEGIN; SELECT * FROM log_personal');
  await hour();
  await reader.query('COMMIT');
  reader.release();
  expect(await files()).toEqual(before);
  expect(await storage.settings.get(ERASED)).toBe('yesterday');
});

it('a class that begins meanwhile does not wait for it either, and what was not enough is tried again an hour later', async () => {
  const { commons, storage } = opened;
  await storage.settings.set(ERASED, 'yesterday');
  const before = await files();
  const reader = await commons.pool.connect();
  await reader.query('BEGIN; SELECT * FROM log_personal');
  const trying = hour();
  const begun = performance.now();
  await expect
    .poll(() =>
      onPostgres(database.url, `SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'`),
    )
    .toHaveLength(1);
  // As a class does: it stands behind whoever waits for the table.
  await onPostgres(database.url, 'SELECT count(*) FROM log_personal');
  expect(performance.now() - begun).toBeLessThan(3_000);
  await trying;
  await reader.query('COMMIT');
  reader.release();
  expect(await files()).toEqual(before);
  expect(await storage.settings.get(ERASED)).toBe('yesterday');
  await onPostgres(
    database.url,
    `UPDATE "Setting" SET value = (now() - interval '61 minutes')::text WHERE key = 'done/anew'`,
  );
  await hour();
  expect(await files()).not.toEqual(before);
  expect(await storage.settings.get(ERASED)).toBeNull();
});
