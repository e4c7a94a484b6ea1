import { isDate, isGap, wordsOf, type Cell } from './cell';
import { decimalOf, numberIn, type Decimal } from './decimal';
import { namesColumns, rowsAbove, saysAgain, type Line } from './headings';
import {
  MOST_COLUMNS,
  MOST_TABLE_ROWS,
  type Column,
  type ColumnType,
  type Table,
  type TableRow,
} from './table';

/** How a file said what its cells are. */
export type Source = Pick<Table, 'parted' | 'encoding'>;

/** Characters of a cell that are kept. */
const LONGEST_CELL = 80;
const MOST_COMMON = 12;
/** A column with fewer numbers than this share of what it says has words. */
const MOSTLY = 0.5;

/** As many of some rows as are looked at, evenly from all of them. */
const thinned = (lines: readonly Line[]): readonly Line[] =>
  lines.length <= MOST_TABLE_ROWS
    ? lines
    : Array.from(
        { length: MOST_TABLE_ROWS },
        (_, i) => lines[Math.floor((i * lines.length) / MOST_TABLE_ROWS)] as Line,
      );

function* cellsOf(lines: readonly Line[]): Iterable<Cell> {
  for (const { cells } of lines) yield* cells;
}

/** What a file's cells are as a table; null: there is none, for want of two rows or two columns. */
export function readTable(cells: readonly (readonly Cell[])[], { parted, encoding }: Source): Table | null {
  const lines = cells
    .map((row, i): Line => ({ number: i + 1, cells: row }))
    .filter((line) => line.cells.some((cell) => wordsOf(cell) !== ''));
  const above = rowsAbove(lines);
  const table = lines.slice(above);
  const decimal = decimalOf(cellsOf(table), parted);
  const [first, ...others] = table;
  if (!first) return null;
  const headings = namesColumns(first, others, decimal) ? first : null;
  const body = headings ? others : table;
  const repeated = body.filter((line) => headings && saysAgain(line, headings));
  const again = new Set(repeated);
  const kept = thinned(body.filter((line) => !again.has(line)));
  const width = table.reduce((most, { cells: row }) => Math.max(most, row.length), 0);
  if (kept.length < 2 || width < 2) return null;
  const rows = kept.map((line) => rowOf(line, Math.min(width, MOST_COLUMNS), decimal));
  return {
    columns: Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, i) => columnOf(rows, i, headings)),
    rows,
    ...{ decimal: parted === null ? null : decimal, parted, encoding },
    headings: headings?.number ?? null,
    aside: [
      ...lines.slice(0, above).map(({ number }) => ({ why: 'above', number }) as const),
      ...repeated.map(({ number }) => ({ why: 'headings', number }) as const),
    ],
    beyond: body.length - repeated.length - kept.length,
    columnsBeyond: Math.max(0, width - MOST_COLUMNS),
  };
}

function rowOf({ number, cells }: Line, width: number, decimal: Decimal): TableRow {
  const valueOf = (cell: Cell) =>
    isGap(cell) ? null : (numberIn(cell, decimal) ?? wordsOf(cell).slice(0, LONGEST_CELL));
  return { number, cells: Array.from({ length: width }, (_, i) => valueOf(cells[i] ?? null)) };
}

/** What the column with this place holds. */
function columnOf(rows: readonly TableRow[], place: number, headings: Line | null): Column {
  const values = rows.flatMap(({ cells }) =>
    cells[place] === null ? [] : [cells[place] as number | string],
  );
  const numbers = values.filter((value) => typeof value === 'number');
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const name = wordsOf(headings?.cells[place] ?? null).slice(0, LONGEST_CELL);
  return {
    name: name === '' ? null : name,
    type: typeOf(values, numbers.length),
    missing: rows.length - values.length,
    range: numbers.length > 0 ? [least(numbers), greatest(numbers)] : null,
    constant: counts.size === 1,
    common: [...counts]
      .map(([words, count]) => ({ words, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_COMMON),
    different: counts.size,
  };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const greatest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));

function typeOf(values: readonly (number | string)[], numbers: number): ColumnType {
  if (values.length === 0) return 'empty';
  if (numbers === values.length) return 'numbers';
  const days = values.filter((value) => typeof value === 'string' && isDate(value)).length;
  if (days > MOSTLY * values.length) return 'dates';
  return numbers > MOSTLY * values.length ? 'mixed' : 'words';
}
