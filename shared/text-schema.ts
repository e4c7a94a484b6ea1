import * as v from 'valibot';
import { LONGEST_TEXT, MOST_LANGUAGES } from './text';

/** A language as browsers name it (BCP 47): `it`, `pt-BR`, `zh-Hant`. */
export const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));

const some = <Words extends v.GenericSchema<string>>(words: Words, least: number) =>
  v.pipe(v.record(language, words), v.minEntries(least), v.maxEntries(MOST_LANGUAGES));

/** One text in any languages, at least one; each person reads it in theirs (see `inLanguage`). */
export const textSchema = some(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT)), 1);

/** A text that is still being written: perhaps in no language yet, perhaps without a word in some. */
export const draftTextSchema = some(v.pipe(v.string(), v.maxLength(LONGEST_TEXT)), 0);

/**
 * A text that may be left out: then it is in no language, and whoever shows it asks `isSaid` first. Made anew each time,
 * since what is read may be frozen.
 */
export const optionalTextSchema = v.optional(
  some(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT)), 0),
  () => ({}),
);
