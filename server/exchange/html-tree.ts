import { withoutEntities } from './entities';
import type { Element, Node } from './xml';

/** Characters of one text that are looked at; a question has a thousand. */
const LONGEST = 200_000;
/** Elements in one another; what is deeper stands beside. */
const DEEPEST = 60;

const TAG = /^<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/;
const LONGEST_TAG = 4_000;
const ATTRIBUTE = /([\w:@-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** All that HTML has had, and the formulas of MathML; what only looks like a tag, as in vector<int>, is text. */
const KNOWN = new Set(
  (
    'a abbr acronym address annotation applet area article aside audio b base basefont bdi bdo big blockquote body br ' +
    'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img ' +
    'input ins kbd label legend li link main map mark marquee math meta meter mfrac mi mn mo mover mpadded mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nav nobr noscript object ol optgroup ' +
    'option output p param picture pre progress q rp rt ruby s samp script section select semantics small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul ' +
    'var video wbr'
  ).split(' '),
);
/** One of these ends the one before it. */
const IMPLIED = new Set('p li dt dd tr td th option'.split(' '));
/** What stands in these is no text. */
const OPAQUE = new Set(['script', 'style']);

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', ...values] of text.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] = withoutEntities(values.find((value) => value !== undefined) ?? '');
  return found;
}

/** The elements that are open, the innermost last. */
class Tree {
  readonly root: Open = { name: '', attributes: {}, children: [] };
  readonly #open: Open[] = [this.root];

  get #top(): Open {
    return this.#open.at(-1) ?? this.root;
  }

  text(text: string): void {
    if (text !== '') this.#top.children.push(withoutEntities(text));
  }

  begin(name: string, attributes: Record<string, string>, empty: boolean): void {
    if (IMPLIED.has(name) && this.#top.name === name) this.#open.pop();
    const element: Open & Element = { name, attributes, children: [] };
    this.#top.children.push(element);
    if (!empty && this.#open.length < DEEPEST) this.#open.push(element);
  }

  end(name: string): void {
    const at = this.#open.map((open) => open.name).lastIndexOf(name);
    if (at > 0) this.#open.length = at;
  }
}

/** Whether a text has tags, or names of characters. */
export const looksLikeHtml = (text: string): boolean =>
  /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ||
  [...text.matchAll(/<\/?([A-Za-z][A-Za-z\d]*)(?=[\s>/])/g)].some(([, name = '']) =>
    KNOWN.has(name.toLowerCase()),
  );

/** Where what stands after an opaque element's tag ends. */
function endOfOpaque(html: string, name: string, from: number): number {
  const end = html.toLowerCase().indexOf(`</${name}`, from);
  return end < 0 ? html.length : end;
}

/** The tree of a piece of HTML, however it is written; a `<` that begins no tag is a character. */
export function parseHtml(source: string): readonly Node[] {
  const html = source.slice(0, LONGEST);
  const tree = new Tree();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    tree.text(html.slice(at, next < 0 ? html.length : next));
    if (next < 0) break;
    at = next + oneTag(html, next, tree);
  }
  return tree.root.children;
}

/** Takes in what begins at `at`, and tells how long it is. */
function oneTag(html: string, at: number, tree: Tree): number {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return (end < 0 ? html.length : end + 3) - at;
  }
  const [whole, slash, raw = '', inside = ''] = TAG.exec(html.slice(at, at + LONGEST_TAG)) ?? [];
  const name = raw.replace(/^.*:/, '').toLowerCase();
  if (whole === undefined || !KNOWN.has(name)) {
    tree.text('<');
    return 1;
  }
  if (slash) tree.end(name);
  else tree.begin(name, attributesIn(inside), EMPTY.has(name) || inside.endsWith('/'));
  if (slash || !OPAQUE.has(name)) return whole.length;
  return endOfOpaque(html, name, at + whole.length) - at;
}
