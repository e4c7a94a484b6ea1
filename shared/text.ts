/** The languages of the interface. A lesson may be written in others, in more or in fewer. */
export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Whom no wanted language helps reads this one, if the text has it. */
const COMMON = 'en';

/** How many languages one text may have. */
export const MOST_LANGUAGES = 40;
export const LONGEST_TEXT = 2_000;

/** One text in any languages, at least one; each person reads it in theirs (see `inLanguage`). */
export type Text = Readonly<Record<string, string>>;

/** Whether a text has words in any language. */
export const isSaid = (text: Text): boolean => Object.keys(text).length > 0;

/** A text's words and the language that they are in. */
export interface Words {
  readonly language: string;
  readonly words: string;
}

const baseOf = (language: string) => language.split('-', 1)[0];

/** The language of a text that fits a wanted one: the very same, its base (pt for pt-BR), or a relative of it. */
function fitting(text: Text, wanted: string): string | undefined {
  if (Object.hasOwn(text, wanted)) return wanted;
  const base = baseOf(wanted);
  if (base !== undefined && Object.hasOwn(text, base)) return base;
  return Object.keys(text).find((language) => baseOf(language) === base);
}

/**
 * The words of a text for somebody who reads the `wanted` languages, the dearest first. The order: each wanted
 * language, in turn as it is, as its base, as a relative; then English; then the language that was written first.
 */
export function wordsFor(text: Text, wanted: readonly string[]): Words {
  const found = [...wanted, COMMON].map((language) => fitting(text, language)).find(Boolean);
  const language = found ?? Object.keys(text)[0] ?? COMMON;
  return { language, words: text[language] ?? '' };
}

/** `wordsFor` without the language: what is shown. */
export const inLanguage = (text: Text, wanted: readonly string[]): string => wordsFor(text, wanted).words;

/** Words a person reads in a minute from a phone, the slow half of a class. */
const WORDS_PER_MINUTE = 150;

const countWords = (words: string) => words.split(/\s+/).filter(Boolean).length;

/** Milliseconds to read `texts` in the longest of the languages that they are in. */
export function readingTime(texts: readonly Text[]): number {
  const languages = new Set(texts.flatMap((text) => Object.keys(text)));
  const counts = [...languages].map((language) =>
    texts.reduce((sum, text) => sum + countWords(inLanguage(text, [language])), 0),
  );
  return Math.round((Math.max(0, ...counts) * 60_000) / WORDS_PER_MINUTE);
}
