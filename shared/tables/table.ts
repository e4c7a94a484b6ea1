import type { Decimal } from './decimal';

/** Rows of a file that are looked at; of more, as many as this are taken, evenly from all of it. */
export const MOST_TABLE_ROWS = 2_000;
export const MOST_COLUMNS = 40;

/**
 * What a column holds: numbers throughout, numbers with some text between them, words, or days. `empty`: nothing at all.
 */
export const columnTypes = ['numbers', 'mixed', 'words', 'dates', 'empty'] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  /** From the row of headings; null: it has none. */
  readonly name: string | null;
  readonly type: ColumnType;
  /** Rows in which it says nothing. */
  readonly missing: number;
  /** Its least and its greatest number; null: there is none. */
  readonly range: readonly [number, number] | null;
  /** It says the same of every row that has it. */
  readonly constant: boolean;
  /** What it says, the commonest first, at most twelve; and how many different things that is in all. */
  readonly common: readonly { readonly words: string; readonly count: number }[];
  readonly different: number;
}

/** A row as it came: where it stands in the file, from 1; numbers where there is one, else words; null where nothing is. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly (number | string | null)[];
}

/** POST /api/tables/read answers this: what a file holds that looks like a table, before anything is chosen. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** How its numbers are written; null: as a workbook has them. */
  readonly decimal: Decimal | null;
  /** What stands between its cells; null: a workbook. */
  readonly parted: ',' | ';' | '\t' | null;
  /** How the text of the file is written; null: a workbook, or pasted. */
  readonly encoding: string | null;
  /** The row of the headings, from 1; null: there is none. */
  readonly headings: number | null;
  /** Rows that are no rows of the table: words above it, headings that come again. */
  readonly aside: readonly { readonly why: 'above' | 'headings'; readonly number: number }[];
  /** Rows of the file beyond those that are taken, evenly from all of it. */
  readonly beyond: number;
  /** Columns beyond those that are looked at. */
  readonly columnsBeyond: number;
}
