import type { Locale } from '#shared/text';
import { readNumber } from '../../numeric/reading';

/** A very small number as JavaScript writes it: 1.5e-7. */
const SMALL = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/;

/** With all its decimals, and with a dot before them. */
function digits(value: number): string {
  const [, sign, first, more = '', places] = SMALL.exec(String(value)) ?? [];
  if (sign === undefined || first === undefined || places === undefined) return String(value);
  return `${sign}0.${'0'.repeat(Number(places) - 1)}${first}${more}`;
}

/** A number as it is typed in this language: with its decimal sign, and nothing between thousands. */
export const typedNumber = (value: number, locale: Locale): string =>
  locale === 'it' ? digits(value).replace('.', ',') : digits(value);

/** What a field shows: a number as it is typed, and what was typed and is no number yet as it was. */
export function typedValue(value: unknown, locale: Locale): string {
  if (typeof value === 'number') return typedNumber(value, locale);
  return typeof value === 'string' ? value : '';
}

/**
 * What a typed text is in a configuration: its number, nothing where nothing is typed, and otherwise the text itself,
 * so that nobody loses what was typed; whoever checks the configuration says that it is no number.
 */
export function numberTyped(text: string, locale: Locale): number | string | undefined {
  if (text.trim() === '') return undefined;
  return readNumber(text, locale) ?? text;
}
