import { leastOfClass, leastRows, sights, visibleOf, type Sight } from './own';
import type { Row } from './rows';
import type { Column, Table, TableRow } from './table';

/** What a teacher has chosen of a table: two columns of numbers, and where rows are told apart a third and two of its values. */
export interface Choice {
  readonly x: number;
  readonly y: number;
  /** The column with the classes and which two of them, class 0 first; null: there are none. */
  readonly classes: { readonly column: number; readonly two: readonly [string, string] } | null;
  /** Whether rows that say the same as an earlier one in every column are left out. */
  readonly copiesOut: boolean;
}

/** Why a row is left out. */
export const dropReasons = ['above', 'headings', 'beyond', 'gap', 'text', 'other-class', 'copy'] as const;
export type DropReason = (typeof dropReasons)[number];

/** Rows that are left out for one reason, with the rows of the file, from 1, and what stood there instead. */
export interface Dropped {
  readonly why: DropReason;
  /** The column that it is about; null: the whole row. */
  readonly column: number | null;
  readonly count: number;
  /** The first few. */
  readonly rows: readonly number[];
  readonly said: readonly string[];
}

/** Why a choice cannot be played. */
export const faults = [
  'same-column',
  'no-numbers',
  'constant',
  'one-class',
  'few-of-class',
  'too-few',
] as const;
export type Fault = (typeof faults)[number];

export interface Kept {
  readonly rows: readonly Row[];
  readonly dropped: readonly Dropped[];
  /** Rows that say the same as an earlier one in every column. */
  readonly copies: number;
  /** With the column that it is about; null: all of them. And how many rows are the least, and how many of them in sight, where it is about that. */
  readonly faults: readonly {
    readonly code: Fault;
    readonly column: number | null;
    readonly least?: number;
    readonly seen?: number;
  }[];
}

const SHOWN = 5;

/** Rows that were left out, by why and where, in the order in which that first came up. */
class Left {
  readonly #groups = new Map<
    string,
    { why: DropReason; column: number | null; rows: number[]; said: string[] }
  >();

  add(why: DropReason, column: number | null, row: number, said: string | null = null): void {
    const key = `${why} ${column}`;
    const group = this.#groups.get(key) ?? { why, column, rows: [], said: [] };
    group.rows.push(row);
    if (said !== null && !group.said.includes(said)) group.said.push(said);
    this.#groups.set(key, group);
  }

  all(): Dropped[] {
    return [...this.#groups.values()].map(({ why, column, rows, said }) => ({
      ...{ why, column, count: rows.length },
      ...{ rows: rows.slice(0, SHOWN), said: said.slice(0, SHOWN) },
    }));
  }
}

/** The row that a table's row is, or null when it was put among those that are left out. */
function rowOf({ number, cells }: TableRow, { x, y, classes }: Choice, left: Left): Row | null {
  const places = classes ? [x, y, classes.column] : [x, y];
  const gap = places.find((place) => (cells[place] ?? null) === null);
  if (gap !== undefined) return (left.add('gap', gap, number), null);
  const text = [x, y].find((place) => typeof cells[place] !== 'number');
  if (text !== undefined) return (left.add('text', text, number, String(cells[text])), null);
  const said = classes ? String(cells[classes.column]) : '';
  const of = classes ? classes.two.indexOf(said) : 0;
  if (of < 0) return (left.add('other-class', classes?.column ?? null, number, said), null);
  return { x: cells[x] as number, y: cells[y] as number, of: of === 1 ? 1 : 0 };
}

/**
 * What is left of a table once two columns are chosen, what is not and why, and whether it can be played with `visible` rows
 * in sight, of which a kind allows so many; null: as many as there are when nobody has said.
 */
export function keptOf(
  table: Table,
  choice: Choice,
  visible: number | null = null,
  sight: Sight = sights.lines,
): Kept {
  const left = new Left();
  const seen = new Set<string>();
  let copies = 0;
  for (const { why, number } of table.aside) left.add(why, null, number);
  const rows = table.rows.flatMap((row): Row[] => {
    const same = JSON.stringify(row.cells);
    const copy = seen.has(same);
    seen.add(same);
    if (copy) copies += 1;
    if (copy && choice.copiesOut) return (left.add('copy', null, row.number), []);
    const made = rowOf(row, choice, left);
    return made ? [made] : [];
  });
  const dropped = left.all();
  if (table.beyond > 0)
    dropped.push({ why: 'beyond', column: null, count: table.beyond, rows: [], said: [] });
  const inSight = visible ?? visibleOf(rows.length, sight);
  return { rows, dropped, copies, faults: faultsOf(table, choice, rows, [inSight, sight]) };
}

const usable = (column: Column | undefined) => column?.type === 'numbers' || column?.type === 'mixed';

function faultsOf(
  { columns }: Table,
  { x, y, classes }: Choice,
  rows: readonly Row[],
  [visible, sight]: readonly [number, Sight],
): Kept['faults'] {
  const found: Kept['faults'][number][] = [];
  if (x === y) found.push({ code: 'same-column', column: x });
  const numbers = [x, y].filter((place) => !usable(columns[place]));
  if (numbers.length > 0)
    return [...found, ...numbers.map((column) => ({ code: 'no-numbers' as const, column }))];
  if (rows.length > 0) {
    if (rows.every((row) => row.x === rows[0]?.x)) found.push({ code: 'constant', column: x });
    if (rows.every((row) => row.y === rows[0]?.y)) found.push({ code: 'constant', column: y });
  }
  const all = leastRows(sight);
  if (classes) {
    const counts = ([0, 1] as const).map((of) => rows.filter((row) => row.of === of).length);
    const fewer = Math.min(...counts);
    const least = leastOfClass(rows.length, visible, sight);
    if (columns[classes.column]?.different === 1 || fewer === 0)
      found.push({ code: 'one-class', column: classes.column });
    else if (fewer < least && rows.length >= all)
      found.push({ code: 'few-of-class', column: classes.column, least });
  }
  if (rows.length < all) found.push({ code: 'too-few', column: null, least: all, seen: sight.least });
  return found;
}
