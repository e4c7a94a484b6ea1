import { exp, log } from '../../training/math';
import type { Submission } from './config';

/** Places of the slider for each power of ten: neighbours differ by a factor of 1.047. */
export const PLACES = 50;

/** From 0.001 to 1, in places of the slider. */
export const RANGE = { least: -3 * PLACES, most: 0 } as const;

/** Where the slider stands at first: η = 0.01. */
export const UNTOUCHED: Submission = { exponent: -100 };

const LN_10 = log(10);

/** η at a place of the slider: 10^(exponent / 50). */
export const rateOf = (exponent: number): number => exp((exponent / PLACES) * LN_10);

/** The place of the slider nearest to a rate. */
export const placeOf = (rate: number): number => Math.round((log(rate) / LN_10) * PLACES);

/** What a place of the slider is in a valley of steepness 1 that behaves as this one does, `steepness` in tenths of a power of ten. */
export const levelled = (exponent: number, steepness: number): number => exponent + (steepness * PLACES) / 10;
