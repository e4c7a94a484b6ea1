import Papa from 'papaparse';
import type { Column } from '#shared/exchange/report';
import { columnsOf, isHeading } from './columns';

export type Cells = readonly string[];

/** A table of questions: its rows below the heading, with their numbers from 1 in the whole file. */
export interface QuestionTable {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly number: number; readonly cells: Cells }[];
}

const SEPARATORS = [',', ';', '\t', '|'];
/** Rows among which the heading is looked for; Kahoot's template has it in the eighth. */
const LOOKED_AT = 15;

const parsed = (text: string, delimiter: string, preview = 0): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview }).data;

/** The row with the headings, by its place. */
const headingAt = (rows: readonly Cells[]): number =>
  rows.slice(0, LOOKED_AT).findIndex((row) => isHeading(columnsOf(row)));

/** What stands between the cells where a table of questions has a heading; null where there is none. */
export function headingOf(text: string): string | null {
  const beginning = text.slice(0, 100_000);
  return SEPARATORS.find((separator) => headingAt(parsed(beginning, separator, LOOKED_AT)) >= 0) ?? null;
}

/** The table in rows of cells; null: none of them is a heading. */
export function tableIn(rows: readonly Cells[]): QuestionTable | null {
  const at = headingAt(rows);
  const heading = rows[at];
  if (!heading) return null;
  const below = rows.slice(at + 1).map((cells, i) => ({ number: at + i + 2, cells }));
  return { columns: columnsOf(heading), rows: below };
}

/** Rows of a file, empty ones too. */
const MOST_ROWS = 5_000;

/** A CSV file as rows, null if they are too many. Excel may say in the first line what stands between its cells. */
export function rowsOf(source: string): string[][] | null {
  const text = source.replace(/^\uFEFF/, '').replace(/^"?sep=.{1}"?\r?\n/i, '\n');
  const rows = parsed(text, headingOf(text) ?? ',', MOST_ROWS + 1);
  return rows.length > MOST_ROWS ? null : rows;
}
