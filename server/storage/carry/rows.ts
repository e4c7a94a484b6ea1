import type { ClientBase } from 'pg';
import { allThere, type Column } from './columns';
import type { Row } from './print';

/** Rows that are held in memory at once: a lesson with pictures has a megabyte. */
const SOME = 100;

/** PostgreSQL's rows in the order of their keys, some at a time; inside of a transaction. */
export async function* rowsThere(
  client: ClientBase,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<Row[]> {
  await client.query(`DECLARE carried NO SCROLL CURSOR FOR ${allThere(table, columns)}`);
  for (let rows: Row[] = [{}]; rows.length > 0;) {
    ({ rows } = await client.query<Row>(`FETCH ${SOME} FROM carried`));
    yield rows;
  }
  await client.query('CLOSE carried');
}

/** Some rows at a time. */
export function* inParts(rows: Iterable<Row>): Generator<Row[]> {
  let part: Row[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < SOME) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
