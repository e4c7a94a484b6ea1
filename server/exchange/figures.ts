const FIGURE = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(?:([.,' \u00A0\u2009])\d{3}){2,}$/;

/** A number as people write it: with a point or a comma before its decimals; null: it is none. */
export function figureOf(text: string): number | null {
  const said = text.trim().replace(/^[−–]/, '-');
  if (THOUSANDS.test(said)) return Number(said.replace(/[^\d+-]/g, ''));
  if (!FIGURE.test(said)) return null;
  const value = Number(said.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Digits that a result keeps: without what binary fractions add behind them. */
const DIGITS = 12;

export const tidy = (value: number): number => Number(value.toPrecision(DIGITS));

/** The largest of any number of them: a call has a limit for its arguments, and a file room for a hundred thousand. */
export const largest = (figures: readonly number[]): number =>
  figures.reduce((most, figure) => Math.max(most, figure), -Infinity);
