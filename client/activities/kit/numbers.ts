import type { Locale } from '#shared/text';

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** A number with a fixed count of decimals and a true minus sign, so that columns do not dance. */
export const decimal = (value: number, locale: Locale, digits = 1): string =>
  (value < 0 ? '\u2212' : '') + format(locale, digits).format(Math.abs(value));

/** Slider values are integers in tenths. */
export const tenths = (value: number, locale: Locale): string => decimal(value / 10, locale);

/** A share from 0 to 1 as whole percents. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;
