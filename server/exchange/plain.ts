import { between, stretches } from './formulas';

/** What the Markdown of our texts would read as a mark, inside a line. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  // Control characters, and those that nobody may send, which readers use for themselves.
  [/(?![\n\t])[\p{Cc}\u{FDD0}-\u{FDEF}]/gu, ''],
  [/\\(?=[!-/:-@[-`{-~])/g, '\\\\'],
  [/`/g, '\\`'],
  [/\$/g, '\\$'],
  // With space on both sides it multiplies.
  [/\*(?!(?<=\s\*)\s)/g, '\\*'],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
  [/~(?=~)/g, '\\~'],
  [/\](?=[([:])/g, '\\]'],
  [/&(?=#?\w{1,31};)/g, '\\&'],
  [/<(?=[A-Za-z][\w+.-]{0,60}[:@])/g, '\\<'],
];

/** And at the beginning of one: headings, quotes, lists, rules. */
const AT_START: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]+/gm, ''],
  [/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|\*\s|[-=|][-=|:\s]+$)/gm, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/gm, '$1\\'],
];

const replaced = (text: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((said, [mark, instead]) => said.replace(mark, instead), text);

/** Text without marks as Markdown that says the same: a star stays a star. It is taken to stand inside a line. */
export const escapeInline = (text: string): string => replaced(text, MARKS);

/** The same at the beginning of a line. */
export const escapeStarts = (text: string): string => replaced(text, AT_START);

/** Plain text as a text of ours: what looks like a mark is none, formulas stand between single dollars. */
export const fromPlain = (text: string): string =>
  escapeStarts(inlineFromPlain(text.replace(/\r\n?/g, '\n'))).trim();

/** A piece of plain text in the middle of a line. */
export const inlineFromPlain = (text: string): string =>
  stretches(text)
    .map((stretch) => (stretch.formula ? between(stretch.text) : escapeInline(stretch.text)))
    .join('');

/** Markdown of others, which is ours but for the formulas. */
export const fromMarkdown = (text: string): string =>
  stretches(text.replace(/\r\n?/g, '\n'))
    .map((stretch) => (stretch.formula ? between(stretch.text) : stretch.text.replace(/(?<!\\)\$/g, '\\$')))
    .join('')
    .trim();
