import { figureOf, largest } from '../../figures';

/** Fractions are written with five decimals: a third is 33.33333. */
const CLOSE = 0.01;

/** A fraction in percent; NaN: it is none. */
export const percentOf = (written: string | undefined): number =>
  (written ?? '').trim() === '' ? 0 : (figureOf(written ?? '') ?? NaN);

const areSame = (fractions: readonly number[]): boolean =>
  largest(fractions) + largest(fractions.map((fraction) => -fraction)) <= CLOSE;

export const isFull = (fraction: number): boolean => fraction >= 100 - CLOSE;

/** As a person reads it: 33.33, -50. */
const inPercent = (fraction: number): string => `${Number(fraction.toFixed(2))} %`;

const distinct = (fractions: readonly number[]): string => [...new Set(fractions.map(inPercent))].join(', ');

/** Partial credit that a single pick has beside the right one; null: none. */
export function partialOf(fractions: readonly number[]): string | null {
  const partial = fractions.filter((fraction) => fraction > CLOSE && !isFull(fraction));
  return partial.length > 0 ? distinct(partial) : null;
}

/** What a single wrong pick costs beyond its being wrong; null: nothing. */
export function costOf(fractions: readonly number[]): string | null {
  const negative = fractions.filter((fraction) => fraction < -CLOSE);
  return negative.length > 0 ? distinct(negative) : null;
}

/** Shares of several picks where not all right ones are worth the same, or not all wrong ones cost the same; else null. */
export function unevenOf(fractions: readonly number[]): string | null {
  const rights = fractions.filter((fraction) => fraction > 0);
  const wrongs = fractions.filter((fraction) => fraction <= 0);
  return areSame(rights) && areSame(wrongs) ? null : distinct(fractions);
}
