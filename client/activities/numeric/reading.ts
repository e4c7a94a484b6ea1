import type { Locale } from '#shared/text';

/** What people put between thousands, and the many ways to write a minus. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f'’_]/g;
const MINUS = /^[\u2212\u2013\u2014-]/;
const DIGITS = /^\d*\.?\d*$/;

/**
 * The number that somebody wrote, or null. Comma and dot both work as the decimal sign. One of them alone before
 * exactly three digits (835.584) is read as the language writes it: thousands in one, decimals in the other.
 */
export function readNumber(text: string, locale: Locale): number | null {
  const bare = text.replace(SPACES, '');
  const negative = MINUS.test(bare);
  const plain = dotted(bare.replace(MINUS, '').replace(/^\+/, ''), locale);
  if (plain === null || !DIGITS.test(plain) || !/\d/.test(plain)) return null;
  const value = Number(plain);
  return (negative ? -value : value) + 0;
}

/** The same digits with a dot as the decimal sign and nothing between thousands. */
function dotted(digits: string, locale: Locale): string | null {
  const signs = [...digits].filter((sign) => sign === '.' || sign === ',');
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
  if (signs.length > 1) return true;
  const thousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return !thousands || last === (locale === 'it' ? ',' : '.');
}

/** The text with its sign changed: a phone's number pad may have no minus. */
export const signChanged = (text: string): string =>
  MINUS.test(text.trim()) ? text.trim().replace(MINUS, '') : `−${text.trim()}`;
