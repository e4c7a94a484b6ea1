import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../../../../server/storage/postgres/connect';
import { migratePostgres } from '../../../../server/storage/postgres/migrate';
import { isStorageError } from '../../../../server/storage/prisma/client';
import { openStorageOn, type Storage } from '../../../../server/storage/prisma/open';
import { cableTo, type Cable } from '../../../support/cable';
import { temporaryDatabase } from '../../../support/database';
import { onPostgres } from '../../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let cable: Cable;
let storage: Storage;
let close: () => Promise<void>;

beforeEach(async () => {
  database = await temporaryDatabase();
  cable = await cableTo(Number(new URL(database.url).port));
  const through = new URL(database.url);
  through.port = `${cable.port}`;
  const postgres = await connect(through.href);
  expect((await migratePostgres(postgres, 'prisma/migrations')).ok).toBe(true);
  storage = await openStorageOn(postgres);
  close = () => storage.close().finally(postgres.close);
});
afterEach(async () => {
  await close();
  await cable.remove();
  await database.remove();
});

/** What a question ends with; null: with an answer. */
const ended = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );

const WAITS = `SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()`;

it('a cable that is cut while a question is on its way, or before it, is the database’s fault and no bug', async () => {
  const holder = await connect(database.url);
  const client = await holder.pool.connect();
  await client.query('BEGIN; LOCK TABLE "Teacher"');
  const underWay = ended(storage.teachers.withId('nobody'));
  await expect.poll(() => onPostgres(database.url, WAITS)).toHaveLength(1);
  cable.pull();
  const later = ended(storage.teachers.withId('nobody'));
  expect([await underWay, await later].map(isStorageError)).toEqual([true, true]);
  client.release(true);
  await holder.close();
  cable.putBack();
  expect(await storage.teachers.withId('nobody')).toBeNull();
});
