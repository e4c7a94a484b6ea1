import { isGap, wordsOf, type Cell } from './cell';
import { numberIn, type Decimal } from './decimal';

/** A row of a file and where it stands, from 1. */
export interface Line {
  readonly number: number;
  readonly cells: readonly Cell[];
}

const filled = ({ cells }: Line) => cells.filter((cell) => !isGap(cell)).length;
const isNumber = (cell: Cell | undefined, decimal: Decimal) =>
  cell !== undefined && numberIn(cell, decimal) !== null;

/** How many cells most rows have that say something. */
export function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(filled(line), (counts.get(filled(line)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** Rows above the table in which hardly anything stands: a title, a remark. */
export function rowsAbove(lines: readonly Line[]): number {
  const width = usualWidth(lines);
  const first = lines.findIndex((line) => filled(line) * 2 > width);
  return Math.max(0, first);
}

/** Whether a row names the columns: it has words where rows below have numbers, or only words that never come again. */
export function namesColumns(first: Line, below: readonly Line[], decimal: Decimal): boolean {
  if (first.cells.some((cell) => isNumber(cell, decimal))) return false;
  const numbers = first.cells.some(
    (cell, i) =>
      !isGap(cell) && below.filter((line) => isNumber(line.cells[i], decimal)).length * 2 > below.length,
  );
  const texts = first.cells.filter((cell) => !isGap(cell)).map(wordsOf);
  const again = (words: string, i: number) => below.some(({ cells }) => wordsOf(cells[i] ?? null) === words);
  return (
    numbers || (texts.length > 1 && !first.cells.some((cell, i) => !isGap(cell) && again(wordsOf(cell), i)))
  );
}

/** Whether a row says the headings again: files that were put together hold them in the middle. */
export const saysAgain = ({ cells }: Line, headings: Line): boolean => {
  const same = headings.cells.filter(
    (cell, i) => !isGap(cell) && wordsOf(cells[i] ?? null).toLowerCase() === wordsOf(cell).toLowerCase(),
  ).length;
  return same > 0 && same * 2 > filled(headings);
};
