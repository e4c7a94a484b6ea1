import { plainDigits } from '#shared/digits';
import type { Locale, Text } from '#shared/text';

/** What people put between thousands (U+066C is the Arabic sign for it), and marks that only turn the direction. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f'’_\u066c\u061c\u200e\u200f]/g;
/** The many ways to write a minus, the full-width one too. */
const MINUS = /^[\u2212\u2013\u2014\uff0d-]/;
const PLUS = /^[+\uff0b]/;
const PERCENT = /[%\u066a\uff05]$/;
/** The Arabic decimal sign, which is nothing else. */
const ARABIC = '\u066b';
const NUMBER = /^\d*\.?\d*$/;

/** What is asked for is a percentage. */
const isPercentage = (unit: Text | null): boolean =>
  unit !== null && Object.values(unit).some((words) => words.trim() === '%');

/** Digits of every script as 0 to 9, full-width signs as the ordinary ones, nothing between thousands. */
const bare = (text: string): string =>
  plainDigits(text).replace(SPACES, '').replace(/，/g, ',').replace(/．/g, '.');

/**
 * The number that somebody wrote, or null. Comma and dot both work as the decimal sign. One of them alone before
 * exactly three digits (835.584) is read as the language writes it: thousands in one, decimals in the other. Where a
 * percentage is asked for, its sign may follow.
 */
export function readNumber(text: string, locale: Locale, unit: Text | null = null): number | null {
  const written = isPercentage(unit) ? bare(text).replace(PERCENT, '') : bare(text);
  const negative = MINUS.test(written);
  const plain = dotted(written.replace(MINUS, '').replace(PLUS, ''), locale);
  if (plain === null || !NUMBER.test(plain) || !/\d/.test(plain)) return null;
  const value = Number(plain);
  return (negative ? -value : value) + 0;
}

/** A lone sign or decimal point: a number about to be written, and nothing wrong yet. */
export const isBegun = (text: string): boolean =>
  /^[.,\u066b]?$/.test(bare(text).replace(MINUS, '').replace(PLUS, ''));

/** The same digits with a dot as the decimal sign and nothing between thousands. */
function dotted(digits: string, locale: Locale): string | null {
  const signs = [...digits].filter((sign) => sign === '.' || sign === ',' || sign === ARABIC);
  const last = signs.at(-1);
  if (last === undefined) return digits;
  const decimal = isDecimal(digits, signs, last, locale) ? last : null;
  const whole = decimal ? digits.slice(0, digits.lastIndexOf(decimal)) : digits;
  const rest = decimal ? `.${digits.slice(digits.lastIndexOf(decimal) + 1)}` : '';
  const grouped = /[.,]/.test(whole);
  if (grouped && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  return whole.replace(/[.,]/g, '') + rest;
}

function isDecimal(digits: string, signs: readonly string[], last: string, locale: Locale): boolean {
  if (signs.filter((sign) => sign === last).length > 1) return false;
  if (signs.length > 1 || last === ARABIC) return true;
  const thousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return !thousands || last === (locale === 'it' ? ',' : '.');
}

/** The text with its sign changed: a phone's number pad may have no minus. */
export const signChanged = (text: string): string =>
  MINUS.test(text.trim()) ? text.trim().replace(MINUS, '') : `−${text.trim()}`;
