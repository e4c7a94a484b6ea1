import type { LessonDraft, Path } from './draft';
import { valueAt, withValue } from './draft';

type Words = Readonly<Record<string, string>>;

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** What stands under these is never words of a lesson. */
const NO_TEXT = new Set([
  'id',
  'kind',
  'version',
  'languages',
  'tags',
  'short',
  'points',
  'seconds',
  'timing',
]);

/** Whether a value is a text in languages, of which it has one of these at least. */
function isText(value: object, languages: readonly string[]): value is Words {
  const entries = Object.entries(value);
  return (
    entries.some(([key]) => languages.includes(key)) &&
    entries.every(([key, words]) => LANGUAGE.test(key) && typeof words === 'string')
  );
}

/** Every text of a document, those of configurations too, with the way to it. */
export function textsIn(
  document: LessonDraft,
  languages: readonly string[],
): readonly (readonly [Path, Words])[] {
  const found: (readonly [Path, Words])[] = [];
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && isText(value, languages)) {
      found.push([path, value]);
      return;
    }
    for (const [key, inside] of Object.entries(value))
      if (!NO_TEXT.has(key)) look(inside, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  look(document, []);
  return found;
}

/** The languages that a lesson is written in: those that it names, or else those of its title and its steps. */
export function languagesOf(document: LessonDraft, otherwise: string): readonly string[] {
  if (document.languages) return document.languages;
  const texts = [
    document.title,
    document.about,
    ...document.steps.flatMap(({ title, task }) => [title, task]),
  ];
  const found = new Set(texts.flatMap((text) => Object.keys(text ?? {})));
  return found.size > 0 ? [...found] : [otherwise];
}

/** A text that has words in one language of the lesson and none in another. */
export interface Gap {
  readonly path: Path;
  readonly language: string;
}

/** What is not said in every language of the lesson, yet said in one. */
export function gapsOf(document: LessonDraft, languages: readonly string[]): readonly Gap[] {
  if (languages.length < 2) return [];
  return textsIn(document, languages).flatMap(([path, text]) =>
    languages.filter((language) => !text[language]).map((language) => ({ path, language })),
  );
}

/** A text with other words in one language; without a word in any it is undefined. */
export function inWords(text: Words | undefined, language: string, words: string): Words | undefined {
  const others = Object.entries(text ?? {}).filter(([key]) => key !== language);
  const all = words === '' ? others : Object.entries({ ...text, [language]: words });
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** The lesson in one language more, in which nothing is said yet. */
export const withLanguage = (
  document: LessonDraft,
  languages: readonly string[],
  more: string,
): LessonDraft => ({
  ...document,
  languages: [...languages.filter((one) => one !== more), more],
});

/** How many texts have words in a language. */
export const wordsIn = (document: LessonDraft, languages: readonly string[], language: string): number =>
  textsIn(document, languages).filter(([, text]) => text[language]).length;

/** The lesson without a language, and without all that was said in it. */
export function withoutLanguage(
  document: LessonDraft,
  languages: readonly string[],
  less: string,
): LessonDraft {
  const left = languages.filter((one) => one !== less);
  if (left.length === 0) return document;
  const spoken = textsIn(document, languages).filter(([, text]) => less in text);
  const silent = spoken.reduce((draft, [path, text]) => withoutWords(draft, path, text, less), document);
  return { ...silent, languages: left };
}

/** These are there without words too, as null. */
const NULL_WITHOUT = new Set<Path[number]>(['unit', 'given']);

/** A document in which a text has no words in a language: one that had no other is none, but keeps its place in a list. */
function withoutWords(document: LessonDraft, path: Path, text: Words, less: string): LessonDraft {
  const last = path.at(-1);
  const bare = Object.keys(text).length === 1 && typeof last === 'string';
  if (!bare) return withValue(document, [...path, less], undefined);
  const kind = valueAt(document, [...path.slice(0, 2), 'kind']);
  const isNull = kind === 'numeric' && path[2] === 'config' && NULL_WITHOUT.has(last);
  return withValue(document, path, isNull ? null : undefined);
}

/** The words at a path in one language. */
export function wordsAt(document: unknown, path: Path, language: string): string {
  const words = valueAt(document, [...path, language]);
  return typeof words === 'string' ? words : '';
}
