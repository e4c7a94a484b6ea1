import { fieldsOf } from './paths';

/** A text while it is written: the words of each language, perhaps of none. */
export type Texts = Readonly<Record<string, string>>;

/** What of a value is a text. */
export const textsOf = (value: unknown): Texts =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** The same with other words in one language; without any it is not in that language. */
export const withWords = (value: unknown, language: string, words: string): Texts =>
  Object.fromEntries([
    ...Object.entries(textsOf(value)).filter(([other]) => other !== language || words !== ''),
    ...(words === '' ? [] : [[language, words] as const]),
  ]);

/** A text that may be left out, left out where nothing is written. */
export const orNone = (texts: Texts): Texts | undefined =>
  Object.keys(texts).length === 0 ? undefined : texts;

/** The first words of a text, in the first of these languages that has any: what a row is called. */
export function wordsIn(value: unknown, languages: readonly string[]): string {
  const texts = textsOf(value);
  const language = [...languages, ...Object.keys(texts)].find((one) => texts[one]);
  return language === undefined ? '' : (texts[language] ?? '');
}

/** The languages of a lesson in which a text has no words though it needs them: all, or those beside written ones. */
export const missingIn = (
  value: unknown,
  languages: readonly string[],
  needed: boolean,
): readonly string[] => {
  const texts = textsOf(value);
  const missing = languages.filter((language) => !texts[language]);
  return needed || missing.length < languages.length ? missing : [];
};
