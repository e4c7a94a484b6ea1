import { LARGEST_NUMBER } from './axis';

/** Rows that a step keeps of a table. */
export const MOST_ROWS = 2_000;
/** Characters of them all. */
export const LONGEST_ROWS = 80_000;

/** A row of a step: two numbers, and with classes which of the two it is. */
export interface Row {
  readonly x: number;
  readonly y: number;
  readonly of: 0 | 1;
}

/** As a configuration holds rows: a line for each, its numbers apart by a space, the class as a last 0 or 1. */
export const writeRows = (rows: readonly Row[], classes: boolean): string =>
  rows.map(({ x, y, of }) => (classes ? `${x} ${y} ${of}` : `${x} ${y}`)).join('\n');

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

function readNumber(text: string | undefined): number | null {
  if (text === undefined || !NUMBER.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) <= LARGEST_NUMBER ? number + 0 : null;
}

function readRow(line: string, classes: boolean): Row | null {
  const parts = line.split(' ');
  if (parts.length !== (classes ? 3 : 2)) return null;
  const [x, y] = [readNumber(parts[0]), readNumber(parts[1])];
  const of = classes ? parts[2] : '0';
  return x !== null && y !== null && (of === '0' || of === '1') ? { x, y, of: of === '1' ? 1 : 0 } : null;
}

/** The rows of a configuration; null if a line is none. */
export function readRows(text: string, classes: boolean): readonly Row[] | null {
  const rows = text === '' ? [] : text.split('\n').map((line) => readRow(line, classes));
  return rows.every((row) => row !== null) ? rows : null;
}
