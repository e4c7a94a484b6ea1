/** A stretch of text, or the inside of a formula; a displayed one stands on a line of its own. */
export interface Stretch {
  readonly text: string;
  readonly formula: false | 'inline' | 'displayed';
}

/** A formula longer than this is a lonely dollar that found another one far away. */
const LONGEST = 1_000;

/** How formulas begin, and how each ends. */
const ENDS: Readonly<Record<string, string>> = {
  $$: '$$',
  '\\(': '\\)',
  '\\[': '\\]',
  '[tex]': '[/tex]',
  $: '$',
};
const BEGIN = /\$\$|\\\(|\\\[|\[tex\]|\$/g;

/**
 * Whether what stands between two single dollars is a formula and no sum of money: no space inside at either end, no
 * digit right after, and something that only formulas have, or a name of a few letters.
 */
const isBetweenDollars = (inside: string, after: string): boolean =>
  !/^\s|\s$|\n/.test(inside) &&
  !/^\d/.test(after) &&
  (/[\\^_{}=<>]/.test(inside) || /^[A-Za-z](?:[A-Za-z]|'|\([a-z]\)){0,3}$/.test(inside));

/** Where the next of each end is, looked for once: a text of nothing but beginnings is read once as well. */
class Ends {
  readonly #next = new Map<string, number>();

  constructor(private readonly text: string) {}

  after(end: string, from: number): number {
    const known = this.#next.get(end);
    if (known !== undefined && known >= from) return known;
    const found = this.text.indexOf(end, from);
    const next = found < 0 ? Infinity : found;
    this.#next.set(end, next);
    return next;
  }
}

/** Where the formula ends that begins so, just before `from`; -1: it is none. */
function endOf(text: string, ends: Ends, begin: string, from: number): number {
  const at = ends.after(ENDS[begin] ?? begin, from);
  if (at - from > LONGEST) return -1;
  const inside = text.slice(from, at);
  if (inside.trim() === '') return -1;
  return begin !== '$' || isBetweenDollars(inside, text.slice(at + 1, at + 2)) ? at : -1;
}

/** Where a formula stands in a text: with what it stands between, and its inside alone. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
  readonly displayed: boolean;
}

/**
 * The formulas of a text: between `$$`, `\(` and `\)`, `\[` and `\]`, and single dollars that are no money. What
 * `mayBe` does not take for the inside of one is none.
 */
export function formulasIn(text: string, mayBe: (inside: string) => boolean = () => true): Found[] {
  const found: Found[] = [];
  const ends = new Ends(text);
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match; match = BEGIN.exec(text)) {
    const [begin] = match;
    const from = match.index + begin.length;
    const escaped = begin.startsWith('$') && text[match.index - 1] === '\\';
    const at = escaped ? -1 : endOf(text, ends, begin, from);
    if (at < 0 || !mayBe(text.slice(from, at))) continue;
    const end = (BEGIN.lastIndex = at + (ENDS[begin] ?? begin).length);
    found.push({ start: match.index, end, inside: text.slice(from, at), displayed: begin === '\\[' });
  }
  return found;
}

/** A text cut into its formulas and what stands between them. */
export function stretches(text: string): Stretch[] {
  const cut: Stretch[] = [];
  let done = 0;
  for (const { start, end, inside, displayed } of formulasIn(text)) {
    cut.push(
      { text: text.slice(done, start), formula: false },
      { text: inside, formula: displayed ? 'displayed' : 'inline' },
    );
    done = end;
  }
  cut.push({ text: text.slice(done), formula: false });
  return cut.filter((stretch) => stretch.text !== '');
}

/** A formula as our texts write one. */
export function between(inside: string, displayed = false): string {
  const mark = displayed ? '$$' : '$';
  return `${mark}${inside
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\\)\$/g, () => '\\$')}${mark}`;
}
