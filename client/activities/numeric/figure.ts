import { inLanguage, type Locale, type Text } from '#shared/text';
import { written } from '../kit/numbers';

export { written };

/** A number with its unit. */
export const measured = (value: number, unit: Text | null, locale: Locale): string =>
  unit ? `${written(value, locale)} ${inLanguage(unit, [locale])}` : written(value, locale);
