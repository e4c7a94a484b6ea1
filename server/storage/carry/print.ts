import { createHash } from 'node:crypto';
import { spelt, type Column, type Value } from './columns';

export type Row = Readonly<Record<string, Value>>;

/** How many rows there were, and a print of all that stands in them. */
export interface Print {
  readonly rows: number;
  readonly sum: string;
}

/** Takes rows in, one after the other, and makes the print of them. */
export function printing(columns: readonly Column[]) {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (row: Row) => {
      rows += 1;
      hash.update(JSON.stringify(columns.map((column) => spelt(column, row[column.name] ?? null))));
    },
    print: (): Print => ({ rows, sum: hash.digest('hex') }),
  };
}
