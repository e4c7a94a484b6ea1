import type { Figure } from './figures';
import { aligned, short } from './table';

/** A figure and what we want of it: at most or at least so much, or nothing but to know it. */
export interface Row extends Figure {
  readonly target: { readonly most: number } | { readonly least: number } | null;
}

function verdict({ value, target }: Row): readonly [string, string] {
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
