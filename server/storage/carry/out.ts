import Database from 'better-sqlite3';
import type { ClientBase } from 'pg';
import { err, ok, type Result } from '#shared/result';
import { prepareWriter } from '../log/schema';
import { migrate } from '../migrate';
import { allHere, columnsOf, type Column } from './columns';
import type { Carried } from './into';
import { printing, type Row } from './print';
import { rowsThere } from './rows';
import { TABLES, type Files, type Table } from './tables';

/** Empty files with all tables. */
function made(
  { log, cold }: Files,
  migrations: string,
): Result<Record<keyof Files, Database.Database>, string> {
  const migrated = migrate(cold, migrations);
  if (!migrated.ok) return err(migrated.error.reason);
  const opened = { log: new Database(log), cold: new Database(cold) };
  prepareWriter(opened.log);
  return ok(opened);
}

function writer(db: Database.Database, { here }: Table, columns: readonly Column[]): (rows: Row[]) => void {
  const names = columns.map(({ name }) => `"${name}"`);
  const places = names.map(() => '?').join(', ');
  const put = db.prepare(`INSERT INTO ${here} (${names.join(', ')}) VALUES (${places})`);
  return db.transaction((rows: Row[]) => {
    for (const row of rows) put.run(...columns.map(({ name }) => row[name] ?? null));
  });
}

/** Writes one table into its file, and reads it there again. */
async function fetched(
  client: ClientBase,
  db: Database.Database,
  table: Table,
): Promise<Result<number, string>> {
  const columns = await columnsOf(client, table.there);
  const write = writer(db, table, columns);
  const [there, here] = [printing(columns), printing(columns)];
  for await (const rows of rowsThere(client, table.there, columns)) {
    write(rows);
    for (const row of rows) there.add(row);
  }
  for (const row of db.prepare<[], Row>(allHere(table.here, columns)).iterate()) here.add(row);
  const [sent, arrived] = [there.print(), here.print()];
  if (sent.sum === arrived.sum) return ok(sent.rows);
  return err(`of ${sent.rows} rows of ${table.there} not all arrived as they were`);
}

/** Closed as one file each, with nothing beside it. */
function close(db: Database.Database): void {
  db.pragma('journal_mode = DELETE');
  db.close();
}

/** Writes all that a database keeps, as it is at one moment, into two new files of SQLite, and checks them. */
export async function carryOut(
  client: ClientBase,
  files: Files,
  migrations: string,
): Promise<Result<Carried, string>> {
  const opened = made(files, migrations);
  if (!opened.ok) return opened;
  const counts: Record<string, number> = {};
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const table of TABLES) {
      const written = await fetched(client, opened.value[table.file], table);
      if (!written.ok) return written;
      counts[table.there.replaceAll('"', '')] = written.value;
    }
    await client.query('COMMIT');
    return ok(counts);
  } finally {
    close(opened.value.log);
    close(opened.value.cold);
  }
}
