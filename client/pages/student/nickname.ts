import type { Locale } from '#shared/text';
import { words } from './nickname-words';

/** A whole number from 0 up to `bound`, by chance. */
export type Below = (bound: number) => number;

const pick = (from: readonly string[], below: Below): string => from[below(from.length)] ?? '';

/** A name that says nothing about the person: "Gradiente gentile", "Gentle Gradient". */
export function nickname(locale: Locale, below: Below): string {
  const noun = pick(words[locale].nouns, below);
  const adjective = pick(words[locale].adjectives, below);
  return locale === 'it' ? `${noun} ${adjective}` : `${adjective} ${noun}`;
}

/** Another one than `last`. */
export function anotherNickname(locale: Locale, below: Below, last: string): string {
  const next = nickname(locale, below);
  return next === last ? anotherNickname(locale, below, last) : next;
}

/** Chance from the browser's generator; 32 bits against some dozens of words leave no bias that shows. */
export const byChance: Below = (bound) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % bound;
