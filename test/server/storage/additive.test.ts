import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOG_TABLES } from '../../../server/storage/postgres/log-tables';
import { PAGE_TABLES } from '../../../server/storage/postgres/page-files';
import { notAdditive } from './additive';

const migrations = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

describe('a server of the release before goes on beside a new one', () => {
  it.each(migrations.map(({ name }) => name))('after migration %s', (name) => {
    expect(notAdditive(readFileSync(`prisma/migrations/${name}/postgres.sql`, 'utf8'))).toEqual([]);
  });

  it('beside tables that each start makes if they are missing, and never changes', () => {
    const statements = `${LOG_TABLES}${PAGE_TABLES}`.split(';').map((text) => text.trim());
    const others = statements.filter(
      (text) => !/^(CREATE (UNLOGGED )?TABLE|CREATE INDEX) IF NOT EXISTS |^$/.test(text),
    );
    expect(others).toEqual([]);
  });
});

it.each([
  'CREATE TABLE "Note" ("id" TEXT NOT NULL); CREATE UNIQUE INDEX "Note_id_key" ON "Note"("id")',
  'ALTER TABLE "Session" ADD COLUMN "mood" TEXT; CREATE UNIQUE INDEX "Session_mood_key" ON "Session"("mood")',
  'ALTER TABLE "Session" ADD COLUMN "mood" TEXT NOT NULL DEFAULT \'calm\'',
  'CREATE INDEX "Session_mood_idx" ON "Session"("mood")',
  'CREATE TABLE "Note" ("id" TEXT); ALTER TABLE "Note" ADD CONSTRAINT "n" FOREIGN KEY ("id") REFERENCES "Session"("id")',
])('%s is nothing that it could fail by', (sql) => {
  expect(notAdditive(sql)).toEqual([]);
});

it.each([
  'DROP TABLE "Session"',
  'ALTER TABLE "Session" DROP COLUMN "steps"',
  'ALTER TABLE "Session" RENAME COLUMN "steps" TO "stages"',
  'ALTER TABLE "Session" RENAME TO "Class"',
  'ALTER TABLE "Session" ALTER COLUMN "steps" SET NOT NULL',
  'ALTER TABLE "Session" ALTER COLUMN "steps" TYPE TEXT',
  'ALTER TABLE "Session" ADD COLUMN "mood" TEXT NOT NULL',
  'ALTER TABLE "Session" ADD CONSTRAINT "c" CHECK ("steps" > 0)',
  'CREATE UNIQUE INDEX "Session_code_key" ON "Session"("code")',
  'UPDATE "Session" SET "steps" = 0',
])('%s is', (sql) => {
  expect(notAdditive(sql)).toHaveLength(1);
});
