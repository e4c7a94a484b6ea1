import { formulasIn } from '../../formulas';

/** What GIFT gives a meaning to; with a backslash before it, or in a formula, it is only a character. */
const SPECIAL = '~=#{}:\\';
/** Characters that no text has, one for each of them. */
const MASKS = 0xfdd8;
const NEW_LINE = '\u{FDE8}';

const ESCAPED = /\\([~=#{}:\\n])/g;
const FOREIGN = /[\u{FDD0}-\u{FDEF}]/gu;

const mask = (character: string): string =>
  character === 'n' ? NEW_LINE : String.fromCharCode(MASKS + SPECIAL.indexOf(character));

const maskEscapes = (text: string): string =>
  text.replace(ESCAPED, (_, character: string) => mask(character));

/** No formula goes over the end of a title, of a question or of its answers: what seems to is none. */
function isWithin(inside: string): boolean {
  if (/::|####|\n[ \t]*\n/.test(inside)) return false;
  let depth = 0;
  for (const [brace] of inside.matchAll(/(?<!\\)[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** A formula as it was meant: who escapes the braces of a formula escapes all of them. */
function maskFormula(formula: string): string {
  const escapes = !/(?<!\\)[{}]/.test(formula);
  const meant = escapes ? formula.replace(/\\([~=#{}:\\])/g, '$1') : formula;
  return meant.replace(/[~=#{}:]/g, mask);
}

/** A file in which whatever still looks like a mark is one. As many lines as before. */
export function masked(source: string): string {
  // Moodle writes the backslash of a formula twice.
  const text = source
    .replace(/\r\n?/g, '\n')
    .replace(FOREIGN, '')
    .replace(/\\\\(?=[()[\]])/g, '\\');
  let [done, said] = [0, ''];
  for (const { start, end } of formulasIn(text, isWithin)) {
    said += maskEscapes(text.slice(done, start)) + maskFormula(text.slice(start, end));
    done = end;
  }
  return said + maskEscapes(text.slice(done));
}

/** The characters themselves again. */
export const unmasked = (text: string): string =>
  text
    .replace(/[\u{FDD8}-\u{FDDE}]/gu, (mask) => SPECIAL[mask.charCodeAt(0) - MASKS] ?? '')
    .replaceAll(NEW_LINE, '\n');
