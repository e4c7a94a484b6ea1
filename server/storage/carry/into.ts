import Database from 'better-sqlite3';
import type { ClientBase } from 'pg';
import { err, ok, type Result } from '#shared/result';
import { prepareWriter } from '../log/schema';
import { migrate } from '../migrate';
import { LOCK } from '../postgres/migrate';
import { allHere, columnsOf, toPostgres, type Column } from './columns';
import { printing, type Print, type Row } from './print';
import { inParts, rowsThere } from './rows';
import { TABLES, type Files, type Table } from './tables';

/** Rows by the table. */
export type Carried = Readonly<Record<string, number>>;

/** Both files as this build writes them, so that no column is missing. */
function upToDate(
  { log, cold }: Files,
  migrations: string,
): Result<Record<keyof Files, Database.Database>, string> {
  const migrated = migrate(cold, migrations);
  if (!migrated.ok) return err(migrated.error.reason);
  const written = new Database(log);
  prepareWriter(written);
  return ok({ log: written, cold: new Database(cold, { readonly: true }) });
}

async function put(client: ClientBase, table: Table, columns: readonly Column[], rows: readonly Row[]) {
  const values = rows.flatMap((row) => columns.map((column) => toPostgres(column, row[column.name] ?? null)));
  const places = rows.map(
    (_, row) => `(${columns.map((_column, i) => `$${row * columns.length + i + 1}`).join(', ')})`,
  );
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await client.query(`INSERT INTO ${table.there} (${names}) VALUES ${places.join(', ')}`, values);
}

async function printThere(client: ClientBase, { there }: Table, columns: readonly Column[]): Promise<Print> {
  const printed = printing(columns);
  for await (const rows of rowsThere(client, there, columns)) for (const row of rows) printed.add(row);
  return printed.print();
}

/** Carries one table over, and reads it there again; the error says what it was that did not arrive. */
async function carry(
  client: ClientBase,
  db: Database.Database,
  table: Table,
): Promise<Result<number, string>> {
  const columns = await columnsOf(client, table.there);
  const there = await client.query<{ some: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${table.there}) AS some`);
  if (there.rows[0]?.some) return err('it holds data already. Carry into an empty one');
  const printed = printing(columns);
  const rows = db.prepare<[], Row>(allHere(table.here, columns)).iterate();
  for (const part of inParts(rows)) {
    await put(client, table, columns, part);
    for (const row of part) printed.add(row);
  }
  const [here, arrived] = [printed.print(), await printThere(client, table, columns)];
  if (here.sum === arrived.sum) return ok(here.rows);
  return err(`of ${here.rows} rows of ${table.here} not all arrived as they were. Nothing was kept`);
}

/**
 * Carries an installation into a database whose tables are there and empty: all of it, read there again and found to be
 * the same, or nothing. A server that starts there meanwhile waits.
 */
export async function carryInto(
  client: ClientBase,
  files: Files,
  migrations: string,
): Promise<Result<Carried, string>> {
  const opened = upToDate(files, migrations);
  if (!opened.ok) return opened;
  const counts: Record<string, number> = {};
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    for (const table of TABLES) {
      const carried = await carry(client, opened.value[table.file], table);
      if (!carried.ok) {
        await client.query('ROLLBACK');
        return carried;
      }
      counts[table.there.replaceAll('"', '')] = carried.value;
    }
    await client.query('COMMIT');
    return ok(counts);
  } finally {
    opened.value.log.close();
    opened.value.cold.close();
  }
}
