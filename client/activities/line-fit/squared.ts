import type { Locale } from '#shared/text';
import { decimal } from '../kit/numbers';

/** A mean squared error in g² as kg², three decimals. */
export const squared = (square: number, locale: Locale): string => decimal(square / 1e6, locale, 3);
