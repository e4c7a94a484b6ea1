import type { Locale } from './text';

/** What stands between thousands, and before decimals. */
const signs = {
  it: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
} as const satisfies Record<Locale, object>;

/**
 * A number as people of a language write it, with a true minus sign and its thousands apart; `digits`: so many decimals,
 * without it as many as it has. Pages ask the browser instead (client/activities/kit/numbers.ts); here there is none.
 */
export function numberWords(value: number, locale: Locale, digits?: number): string {
  const size = Math.abs(value);
  const [whole = '', decimals] = (digits === undefined ? String(size) : size.toFixed(digits)).split('.');
  const { thousands, decimals: comma } = signs[locale];
  const apart = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  const sign = value < 0 ? '\u2212' : '';
  return sign + apart + (decimals === undefined ? '' : comma + decimals);
}

/** Whole tenths as a number with one decimal. */
export const tenthsWords = (tenths: number, locale: Locale): string => numberWords(tenths / 10, locale, 1);
