import * as v from 'valibot';

export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];

const written = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

/** One text in every language of the product; each person reads their own. */
export const textSchema = v.strictObject({ it: written, en: written });
export type Text = v.InferOutput<typeof textSchema>;

/** Words a person reads in a minute from a phone, the slow half of a class. */
const WORDS_PER_MINUTE = 150;

/** Milliseconds to read `texts` in the longer of their languages. */
export function readingTime(texts: readonly Text[]): number {
  const words = (locale: Locale) =>
    texts.reduce((sum, text) => sum + text[locale].split(/\s+/).filter(Boolean).length, 0);
  return Math.round((Math.max(...locales.map(words)) * 60_000) / WORDS_PER_MINUTE);
}
