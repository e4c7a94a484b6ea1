import type { TextFormat } from '../../formats';
import type { FaultCode } from '#shared/exchange/report';

/** A question cut into its parts, still masked. */
export interface Parts {
  readonly title: string;
  readonly format: TextFormat;
  /** What is asked; where a word is missing, a line stands for it. */
  readonly stem: string;
  /** What stands in the braces; null: there are none, it only says something. */
  readonly block: string | null;
  /** What is said to everybody. */
  readonly general: string;
}

const TITLE = /^::([^]*?)::/;
const FORMAT = /^\s*\[(html|markdown|plain|moodle)\]/;
const GAP = '_____';
const ANSWERS = /^\s*(?:[=~#]|(?:TRUE|FALSE|T|F)\s*(?:#|$)|$)/i;

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
}

/** The outermost braces, or why they do not close. */
function bracesIn(text: string): Braces[] | null {
  const found: Braces[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) start = at;
    if (text[at] !== '}') continue;
    if (depth === 0) return null;
    if (--depth === 0) found.push({ start, end: at + 1, inside: text.slice(start + 1, at).trim() });
  }
  return depth === 0 ? found : null;
}

/** The braces of the answers: others may stand in a formula that nobody marked as one. */
function answersIn(braces: readonly Braces[]): Braces | FaultCode | null {
  const likely = braces.filter(({ inside }) => ANSWERS.test(inside));
  if (likely.length > 1) return 'cloze';
  return likely[0] ?? braces[0] ?? null;
}

/** The format that a text says it has, and the text without saying it. */
export function formatted(text: string, otherwise: TextFormat): readonly [string, TextFormat] {
  const [said = '', format] = FORMAT.exec(text) ?? [];
  return [text.slice(said.length).trim(), (format as TextFormat | undefined) ?? otherwise];
}

/** What stands behind the braces goes on with the sentence, unless it is only the dot at its end. */
const withGap = (before: string, after: string): string =>
  /[\p{L}\p{N}]/u.test(after)
    ? `${before} ${GAP}${/^[.,;:!?)]/.test(after) ? '' : ' '}${after}`.trim()
    : before;

/** Cuts one question, or says why that cannot be done. */
export function partsOf(piece: string): Parts | FaultCode {
  const [titled = '', title = ''] = TITLE.exec(piece) ?? [];
  const [text, format] = formatted(piece.slice(titled.length), 'moodle');
  const braces = bracesIn(text);
  if (!braces) return /^[^{]*\}/.test(text) ? 'unexpected-line' : 'unclosed-brace';
  const found = answersIn(braces);
  if (typeof found === 'string') return found;
  const named = { title: title.trim(), format };
  if (!found) return { ...named, stem: text, block: null, general: '' };
  const [block = '', ...behind] = found.inside.split('####');
  const [before, after] = [text.slice(0, found.start).trim(), text.slice(found.end).trim()];
  return {
    ...named,
    stem: withGap(before, after),
    block: block.trim(),
    general: behind.join('####').trim(),
  };
}
