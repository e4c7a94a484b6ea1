import { LONGEST_TEXT } from './text';

/**
 * What a text of a lesson may have in it beside words: marks (Markdown without HTML) and formulas (TeX between `$`). The
 * source is what a document holds; the server renders it once (docs/decisions/0059). These are the rules that everybody who
 * touches a source shares.
 */

/** HTML of the texts that have marks or formulas in them, by the text; one that is not in it is shown as it is. */
export type Written = Readonly<Record<string, string>>;

/** For a lesson without marks. */
export const nothingWritten: Written = {};

/** What carries words to a page, with the HTML of those in it that need some. */
export type WithWritten<Told> = Told & { readonly written?: Written };

/** A formula in a source. */
export interface Formula {
  readonly tex: string;
  /** Where the source goes on. */
  readonly end: number;
  /** Between `$$`: on a line of its own. */
  readonly display: boolean;
}

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/**
 * The formula that begins with the `$` at `at`; null: it is a dollar. One `$` opens before anything but a space and closes
 * after anything but a space, where no digit follows: "$5 and $6" are two prices. No formula goes over an empty line.
 */
export function formulaAt(source: string, at: number): Formula | null {
  return source.startsWith('$$', at) ? displayAt(source, at) : inlineAt(source, at);
}

function displayAt(source: string, at: number): Formula | null {
  const end = closing(source, at + 2, '$$');
  if (end === null) return null;
  const tex = source.slice(at + 2, end).trim();
  return tex === '' ? null : { tex, end: end + 2, display: true };
}

function inlineAt(source: string, at: number): Formula | null {
  if (isBlank(source[at + 1])) return null;
  const end = closing(source, at + 1, '$');
  if (end === null || isBlank(source[end - 1]) || /\d/.test(source[end + 1] ?? '')) return null;
  return { tex: source.slice(at + 1, end), end: end + 1, display: false };
}

/** Where what begins at `from` is closed by `mark`; null: nowhere before the next empty line. */
function closing(source: string, from: number, mark: string): number | null {
  for (let at = from; at < source.length; at++) {
    if (source.startsWith(mark, at)) return at;
    if (source[at] === '\\') at += 1;
    else if (source[at] === '\n' && /^\n[ \t]*(\n|$)/.test(source.slice(at, at + 40))) return null;
  }
  return null;
}

/** A mark that could begin something, an escaped sign, or another line. */
const MAY_MARK = /\\[!-/:-@[-`{-~]|(^|[^A-Za-z0-9])[*_]\S|([`$])[^]*\2|\n/;

/** Whether a text could look otherwise than it is written: the server looks closer. */
export const mayHaveMarks = (source: string): boolean =>
  source.length <= LONGEST_TEXT && MAY_MARK.test(source);

/** Stands for what marks do not reach: formulas, code, escaped signs. */
const HELD = '\uE000';
const STRESSED = /(^|[^\w*])(\*{1,3})(?=\S)([^*]*[^\s*])\2(?![\w*])/g;
const UNDERLINED = /(^|[^\w])(_{1,3})(?=\S)([^_]*[^\s_])\2(?![\w])/g;

/**
 * The same in words alone: marks are gone, a formula stands as its TeX. For names that are read aloud, for cells and for
 * messages, where no HTML can stand.
 */
export function plain(source: string): string {
  if (!mayHaveMarks(source)) return source;
  const held: string[] = [];
  const rest = hold(source, held)
    .replace(STRESSED, '$1$3')
    .replace(UNDERLINED, '$1$3')
    .replace(/\s*\n\s*/g, ' ');
  return rest.replaceAll(HELD, () => held.shift() ?? '');
}

/** The source with HELD in place of what marks do not reach, which is put into `held`. */
function hold(source: string, held: string[]): string {
  let rest = '';
  for (let at = 0; at < source.length;) {
    const [shown, end] = heldAt(source, at) ?? [null, at + 1];
    if (shown === null) rest += source[at] ?? '';
    else {
      held.push(shown);
      rest += HELD;
    }
    at = end;
  }
  return rest;
}

function heldAt(source: string, at: number): readonly [shown: string, end: number] | null {
  const char = source[at];
  if (char === HELD) return [HELD, at + 1];
  if (char === '\\' && MARKS.test(source[at + 1] ?? '')) return [source[at + 1] ?? '', at + 2];
  if (char === '`') return codeAt(source, at);
  const formula = char === '$' ? formulaAt(source, at) : null;
  return formula && [formula.tex, formula.end];
}

function codeAt(source: string, at: number): readonly [shown: string, end: number] | null {
  const [fence] = /^`+/.exec(source.slice(at)) ?? [''];
  const end = source.indexOf(fence, at + fence.length);
  return end < 0 ? null : [source.slice(at + fence.length, end).trim(), end + fence.length];
}

/** What a backslash takes its meaning from. */
const MARKS = /[!-/:-@[-`{-~]/;

/** All strings in a value, however deep: what a frame says, or a document. */
export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* stringsIn(part);
}

/** As much of `written` as belongs to texts that stand in `told` themselves; null: nothing of it. */
export function writtenIn(written: Written, told: unknown): Written | null {
  if (written === nothingWritten) return null;
  const found: Record<string, string> = {};
  for (const text of stringsIn(told)) {
    const html = Object.hasOwn(written, text) ? written[text] : undefined;
    if (html !== undefined) found[text] = html;
  }
  return Object.keys(found).length > 0 ? found : null;
}

/** What is told, with the HTML of the texts in it; the very same where none needs any. */
export function withWritten<Told extends object>(written: Written, told: Told): WithWritten<Told> {
  const found = writtenIn(written, told);
  return found ? { ...told, written: found } : told;
}
