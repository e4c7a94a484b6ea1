import type { Figure, Line } from './figures';
import { aligned, short } from './table';

/** What we want of a figure: at most or at least so much, or nothing but to know it. */
export type Target = { readonly most: number } | { readonly least: number } | null;

/** A figure and what we want of it. */
export interface Row extends Figure {
  readonly target: Target;
}

/** The target in a table, and whether it is met. */
function verdict({ value, target }: Pick<Row, 'value' | 'target'>): readonly [string, string] {
  if (target === null) return ['', ''];
  if ('most' in target) return [`<= ${short(target.most)}`, value <= target.most ? 'met' : 'missed'];
  return [`>= ${short(target.least)}`, value >= target.least ? 'met' : 'missed'];
}

/** Figures beside what we want; `whose` stands above them. */
export const rowsTable = (whose: string, rows: readonly Row[]): string =>
  aligned([
    ['', whose, 'target', ''],
    ...rows.map((row) => [row.name, `${short(row.value)} ${row.unit}`, ...verdict(row)]),
  ]);

/** Figures beside what the bare server reached and what we want. */
export const comparedTable = (lines: readonly Line[]): string =>
  aligned([
    ['', 'ours', 'bare', 'target', ''],
    ...lines.map((line) => [
      line.name,
      `${short(line.value)} ${line.unit}`,
      line.bare === null ? '' : short(line.bare),
      ...verdict(line),
    ]),
  ]);
