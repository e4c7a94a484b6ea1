import { rateOf } from '#shared/activities/descent/rate';
import { locale } from '../../i18n/locale.svelte';
import { decimal } from '../kit/numbers';

/** η at a place of the slider, as the page's language writes it. */
export const rateWords = (exponent: number): string => decimal(rateOf(exponent), locale.current, 3);
