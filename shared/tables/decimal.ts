import { LARGEST_NUMBER } from './axis';
import { wordsOf, type Cell } from './cell';

/** Which sign stands before the decimals. */
export type Decimal = 'comma' | 'point';

const SIGNED = '[+\\-\u2212]?';
/** Thousands may stand apart by a blank or an apostrophe, or by the sign that is not before the decimals. */
const patterns: Readonly<Record<Decimal, RegExp>> = {
  comma: new RegExp(`^${SIGNED}(\\d{1,3}([.' \u00a0\u202f]\\d{3})+|\\d+)?(,\\d+)?(e[+-]?\\d+)?$`, 'i'),
  point: new RegExp(`^${SIGNED}(\\d{1,3}([,' \u00a0\u202f]\\d{3})+|\\d+)?(\\.\\d+)?(e[+-]?\\d+)?$`, 'i'),
};

/** A number as a program reads it, from one as people write it. */
const plain: Readonly<Record<Decimal, (text: string) => string>> = {
  comma: (text) => text.replace(/[.' \u00a0\u202f]/g, '').replace(',', '.'),
  point: (text) => text.replace(/[,' \u00a0\u202f]/g, ''),
};

/** The number in a cell, or null: none, or one too large to be exact. */
export function numberIn(cell: Cell, decimal: Decimal): number | null {
  if (typeof cell === 'number') return fitting(cell);
  const text = wordsOf(cell);
  if (typeof cell !== 'string' || !/\d/.test(text) || !patterns[decimal].test(text)) return null;
  return fitting(Number(plain[decimal](text.replace('\u2212', '-'))));
}

const fitting = (number: number): number | null =>
  Number.isFinite(number) && Math.abs(number) <= LARGEST_NUMBER ? number + 0 : null;

/** Beyond doubt one or the other: three digits after a sign could be thousands. */
const clearly: Readonly<Record<Decimal, RegExp>> = {
  comma: /^[+\-\u2212]?(0|\d+),(\d{1,2}|\d{4,})$|^[+\-\u2212]?0,\d+$|\.\d{3},\d+$/,
  point: /^[+\-\u2212]?(0|\d+)\.(\d{1,2}|\d{4,})$|^[+\-\u2212]?0\.\d+$|,\d{3}\.\d+$/,
};

/**
 * The decimal sign of a table, by what its numbers leave no doubt about; where none does, a comma is one if it does not
 * part the cells.
 */
export function decimalOf(cells: Iterable<Cell>, parted: string | null): Decimal {
  let lean = 0;
  let commas = false;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = cell.trim();
    if (clearly.comma.test(text)) lean += 1;
    else if (clearly.point.test(text)) lean -= 1;
    else commas ||= /^[+\-\u2212]?\d+,\d+$/.test(text);
  }
  if (lean !== 0) return lean > 0 ? 'comma' : 'point';
  return commas && parted !== ',' ? 'comma' : 'point';
}
