import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../../../server/storage/migrate';
import { connect, type Postgres } from '../../../../server/storage/postgres/connect';
import { migratePostgres } from '../../../../server/storage/postgres/migrate';
import { temporaryDatabase } from '../../../support/database';
import { onPostgres } from '../../../support/on-postgres';
import { temporaryFolder } from '../../../support/folder';
import { sql } from '../../../support/sql';

const COMMITTED = resolve('prisma/migrations');

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let own: ReturnType<typeof temporaryFolder>;
let postgres: Postgres;
let folder: string;

beforeEach(async () => {
  database = await temporaryDatabase();
  own = temporaryFolder();
  folder = join(own.path, 'migrations');
  cpSync(COMMITTED, folder, { recursive: true });
  postgres = await connect(database.url);
});
afterEach(async () => {
  await postgres.close();
  await database.remove();
  own.remove();
});

const names = () =>
  readdirSync(COMMITTED).filter((name) => existsSync(join(COMMITTED, name, 'migration.sql')));
const run = () => migratePostgres(postgres, folder);
const ask = (statement: string) => onPostgres(database.url, statement);

function write(name: string, statements: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'postgres.sql'), statements);
}

it('every step of the history is there for both kinds of database', () => {
  expect(names().filter((name) => !existsSync(join(COMMITTED, name, 'postgres.sql')))).toEqual([]);
});

interface Column {
  readonly table: string;
  readonly name: string;
  readonly required: boolean;
  /** Its place in the primary key, from 1; 0: it is not in it. */
  readonly key: number;
}

/** What SQLite has, in one list. */
function columnsInSqlite(): Column[] {
  expect(migrate(join(own.path, 'trainoff.db'), COMMITTED).ok).toBe(true);
  const rows = sql(
    own.path,
    `SELECT m.name AS "table", c.name AS name, c."notnull" AS required, c.pk AS key
     FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'`,
  ) as (Omit<Column, 'required'> & { readonly required: number })[];
  return rows.map(({ required, ...row }) => ({ ...row, required: required === 1 }));
}

const columnsInPostgres = async (): Promise<Column[]> =>
  (await ask(`
    SELECT c.table_name AS "table", c.column_name AS name, c.is_nullable = 'NO' AS required,
      COALESCE((SELECT k.ordinal_position FROM information_schema.key_column_usage AS k
        JOIN information_schema.table_constraints AS t USING (constraint_name, table_name)
        WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name AND k.column_name = c.column_name
      ), 0)::int AS key
    FROM information_schema.columns AS c WHERE c.table_schema = 'public'`)) as unknown as Column[];

/** What only one of the two has besides what both keep: the log, what servers count together, pages of several builds. */
const OWN = /^(log_|spent$|page_|_prisma|sqlite_)/;
const sorted = (columns: Column[]) =>
  columns
    .filter(({ table }) => !OWN.test(table))
    .sort((a, b) => (`${a.table} ${a.name}` < `${b.table} ${b.name}` ? -1 : 1));

it('both end with the same tables, columns and keys', async () => {
  expect(await run()).toEqual({ ok: true, value: names() });
  const [here, there] = [sorted(columnsInSqlite()), sorted(await columnsInPostgres())];
  expect(here.length).toBeGreaterThan(25);
  expect(there).toEqual(here);
});

it('both end with the same indexes, unique or not', async () => {
  await run();
  expect(migrate(join(own.path, 'trainoff.db'), COMMITTED).ok).toBe(true);
  const here = sql(own.path, `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`);
  const there = await ask(`SELECT indexname AS name, indexdef AS sql FROM pg_indexes
    WHERE schemaname = 'public' AND indexname ~ '^[A-Z].*_(idx|key)$'`);
  const told = (rows: unknown[]) =>
    (rows as { name: string; sql: string }[])
      .map(({ name, sql: text }) => `${name}${text.includes('UNIQUE') ? ' unique' : ''}`)
      .sort();
  expect(told(there)).toEqual(told(here));
  expect(here.length).toBeGreaterThan(4);
});

it('of eight servers that start at once one applies the history, and the others find it there', async () => {
  const others = await Promise.all(Array.from({ length: 7 }, () => connect(database.url)));
  const applied = await Promise.all([postgres, ...others].map((one) => migratePostgres(one, folder)));
  expect(applied.map((result) => result.ok && result.value.length).sort()).toEqual(
    [0, 0, 0, 0, 0, 0, 0, names().length].sort(),
  );
  expect(await ask('SELECT count(*)::int AS count FROM _prisma_migrations')).toEqual([
    { count: names().length },
  ]);
  await Promise.all(others.map((one) => one.close()));
});

it('a step that fails half way leaves nothing behind, and runs again once it is mended', async () => {
  write('9001_broken', `CREATE TABLE later (id TEXT); INSERT INTO nowhere VALUES (1);`);
  expect(await run()).toMatchObject({
    ok: false,
    error: { code: 'migration-failed', migration: '9001_broken' },
  });
  expect(await ask(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`)).toEqual(
    [],
  );
  write('9001_broken', 'CREATE TABLE later (id TEXT);');
  expect(await run()).toEqual({ ok: true, value: [...names(), '9001_broken'] });
});

it('a history that was rewritten, or is a newer version’s, is refused by name', async () => {
  write('9001_later', 'CREATE TABLE later (id TEXT);');
  expect((await run()).ok).toBe(true);
  write('9001_later', 'CREATE TABLE later (id TEXT); -- changed');
  expect(await run()).toMatchObject({
    ok: false,
    error: { code: 'migration-changed', migration: '9001_later' },
  });
  rmSync(join(folder, '9001_later'), { recursive: true });
  expect(await run()).toMatchObject({
    ok: false,
    error: { code: 'migration-missing', migration: '9001_later' },
  });
});
