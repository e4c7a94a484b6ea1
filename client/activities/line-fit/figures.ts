import { locale } from '../../i18n/locale.svelte';
import { decimal } from '../kit/numbers';
import { squared } from './squared';

/** Grams as kilograms, two decimals. */
export const kilograms = (grams: number): string => decimal(grams / 1000, locale.current, 2);

/** A mean squared error in g² as kg², in the page's language. */
export const squareKilograms = (square: number): string => squared(square, locale.current);
