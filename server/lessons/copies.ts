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
const NAMES: Readonly<Record<string, string>> = { it: 'copia', en: 'copy' };

const nameIn = (language: string): string | undefined => NAMES[language.split('-', 1)[0] ?? ''];

function marked(words: string, name: string, number: number): string {
  const mark = number === 1 ? ` (${name})` : ` (${name} ${number})`;
  const original = words.replace(new RegExp(` \\(${name}( \\d+)?\\)$`), '');
  return `${original.slice(0, LONGEST_TEXT - mark.length).trimEnd()}${mark}`;
}

const numbered = (title: Text, number: number): Text =>
  Object.fromEntries(
    Object.entries(title).map(([language, words]) => {
      const name = nameIn(language);
      return [language, name === undefined || words === '' ? words : marked(words, name, number)];
    }),
  );

/** A title that says that this is a copy, and which one: a copy of a copy is the next copy of its original. */
export function copyTitle(title: Text, others: readonly Text[]): Text {
  const named = Object.keys(title).filter((language) => title[language] && nameIn(language) !== undefined);
  const isTaken = (copy: Text) =>
    others.some((other) => named.some((language) => other[language] === copy[language]));
  let number = 1;
  // A lesson that is copied is among the others, and so is each of its copies.
  while (number <= others.length && isTaken(numbered(title, number))) number += 1;
  return numbered(title, number);
}
