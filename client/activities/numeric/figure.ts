import { inLanguage, type Locale, type Text } from '#shared/text';

/** A number as people of a language write it, with a true minus sign. */
export const written = (value: number, locale: Locale): string =>
  value.toLocaleString(locale, { maximumFractionDigits: 6 }).replace('-', '−');

/** A number with its unit. */
export const measured = (value: number, unit: Text | null, locale: Locale): string =>
  unit ? `${written(value, locale)} ${inLanguage(unit, [locale])}` : written(value, locale);
