import { numberWords } from '../../number-words';
import type { Locale } from '../../text';
import { HELD, type Config, type Submission } from './config';

/** The line by its two heights, and what was guessed before it: kilograms. */
export function inWords(_config: Config, { guess, heights }: Submission, locale: Locale): string {
  const kilograms = (grams: number) => numberWords(grams / 1000, locale, 2);
  const [left, right] = heights.map(kilograms);
  const [from, to] = HELD;
  return locale === 'it'
    ? `retta da ${left} kg a ${from} mm fino a ${right} kg a ${to} mm; stima: ${kilograms(guess)} kg`
    : `line from ${left} kg at ${from} mm to ${right} kg at ${to} mm; guess: ${kilograms(guess)} kg`;
}
