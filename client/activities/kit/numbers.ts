import type { Locale } from '#shared/text';

/**
 * The one place where numbers become text. A page that knows its language takes them from client/i18n/figures.ts; lint
 * forbids the browser's own ways everywhere else, because each of them groups and rounds as it likes.
 */
const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale}${least}-${most}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    // Always: left to the language, four digits would stand together in Italian and apart in English.
    useGrouping: true,
  });
  formats.set(key, made);
  return made;
}

/** With a true minus sign; what is rounded to 0 has none. */
function signed(value: number, locale: Locale, least: number, most: number): string {
  const size = format(locale, least, most).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(size) ? `\u2212${size}` : size;
}

/** A number with a fixed count of decimals, so that columns do not dance. */
export const decimal = (value: number, locale: Locale, digits = 1): string =>
  signed(value, locale, digits, digits);

/** A whole number with its thousands apart. */
export const whole = (value: number, locale: Locale): string => decimal(value, locale, 0);

/** A number with as many decimals as it has, up to six. */
export const written = (value: number, locale: Locale): string => signed(value, locale, 0, 6);

/** Slider values are integers in tenths. */
export const tenths = (value: number, locale: Locale): string => decimal(value / 10, locale);

/** A share from 0 to 1 as whole percents. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** A share from 0 to 1 in percent with one decimal. */
export const finePercent = (share: number, locale: Locale): string => `${decimal(100 * share, locale)}%`;
