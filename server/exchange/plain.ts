import { between, stretches } from './formulas';

/** Control characters, and those that nobody may send, which readers use for themselves. */
const FOREIGN = /(?![\n\t])[\p{Cc}\u{FDD0}-\u{FDEF}]/gu;

/** What our texts take for a mark inside a line (see server/words/markdown.ts). */
const MARKS = /\\(?=[!-/:-@[-`{-~\n]|$)|[`$]/g;

/** Stars and lines; between letters, or between spaces, they are none. */
const STRESS = /(\*+|_+)/g;
const IS_WORD = /[\p{L}\p{N}]$/u;
const STARTS_WORD = /^[\p{L}\p{N}]/u;

/** Whether a run of them could begin or end something stressed. */
function couldStress(run: string, before: string, after: string): boolean {
  const [spaceBefore, spaceAfter] = [/(?:^|\s)$/.test(before), /^(?:\s|$)/.test(after)];
  const [wordBefore, wordAfter] = [IS_WORD.test(before), STARTS_WORD.test(after)];
  if ((spaceBefore && spaceAfter) || (wordBefore && wordAfter)) return false;
  const isGap =
    run.length > 3 && run.startsWith('_') && ((spaceBefore && !wordAfter) || (spaceAfter && !wordBefore));
  return !isGap;
}

const withoutStress = (text: string): string =>
  text.replace(STRESS, (run: string, _same: string, at: number) => {
    const [before, after] = [
      text.slice(Math.max(0, at - 2), at),
      text.slice(at + run.length, at + run.length + 2),
    ];
    return couldStress(run, before, after) ? run.replace(/./g, '\\$&') : run;
  });

/** Text without marks as Markdown that says the same: a star stays a star. It is taken to stand inside a line. */
export const escapeInline = (text: string): string =>
  withoutStress(text.replace(FOREIGN, '').replace(MARKS, '\\$&'));

const LISTED = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/gm;

/** The same at the beginning of lines: several that look like a list are none. */
export function escapeStarts(text: string): string {
  const lines = text.replace(/^[ \t]+/gm, '').replace(/^~~~/gm, '\\~~~');
  if ((lines.match(LISTED)?.length ?? 0) < 2) return lines;
  return lines.replace(/^([-+*])(?=[ \t]|$)/gm, '\\$1').replace(/^(\d{1,9})(?=[.)](?:[ \t]|$))/gm, '$1\\');
}

/** Plain text as a text of ours: what looks like a mark is none, formulas stand between single dollars. */
export const fromPlain = (text: string): string =>
  escapeStarts(inlineFromPlain(text.replace(/\r\n?/g, '\n'))).trim();

/** A piece of plain text in the middle of a line. */
export const inlineFromPlain = (text: string): string =>
  stretches(text)
    .map((stretch) =>
      stretch.formula ? between(stretch.text, stretch.formula === 'displayed') : escapeInline(stretch.text),
    )
    .join('');

/** Markdown of others, which is ours but for the formulas. */
export const fromMarkdown = (text: string): string =>
  stretches(text.replace(/\r\n?/g, '\n'))
    .map((stretch) =>
      stretch.formula
        ? between(stretch.text, stretch.formula === 'displayed')
        : stretch.text.replace(/(?<!\\)\$/g, '\\$'),
    )
    .join('')
    .trim();
