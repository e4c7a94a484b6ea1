import { LONGEST_TEXT, type Text } from '#shared/text';

/** Letters of an id (shared/lessons/asides). */
const LONGEST_ID = 40;

/** `wanted`, or with a number behind it where it is taken: `wanted-2`, `wanted-3`, never over 40 letters. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) {
    const mark = `-${number}`;
    id = `${wanted.slice(0, LONGEST_ID - mark.length)}${mark}`;
  }
  return id;
}

/** What a copy is called beside its original, in the languages of the interface; others stay as they are. */
const MARKS: Readonly<Record<string, string>> = { it: ' (copia)', en: ' (copy)' };

const marked = (words: string, mark: string): string =>
  `${words.slice(0, LONGEST_TEXT - mark.length).trimEnd()}${mark}`;

/** A title that says that this is a copy. */
export const copyTitle = (title: Text): Text =>
  Object.fromEntries(
    Object.entries(title).map(([language, words]) => {
      const mark = MARKS[language.split('-', 1)[0] ?? ''];
      return [language, mark === undefined || words === '' ? words : marked(words, mark)];
    }),
  );
