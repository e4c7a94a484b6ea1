import type { Loss } from '#shared/exchange/report';
import { parseHtml } from './html-tree';
import { fromMathMl } from './mathml';
import { escapeStarts, inlineFromPlain } from './plain';
import { raised } from './raised';
import { isElement, textOf, type Element, type Node } from './xml';

/** A text of ours, and what of the original is not in it. */
export interface Said {
  readonly text: string;
  readonly lost: readonly Loss[];
}

export interface HtmlOptions {
  /** Whether the file brings the picture with this address along: then it is dropped, else it was missing already. */
  readonly has?: (address: string) => boolean;
}

const BOLD = new Set('b strong h1 h2 h3 h4 h5 h6 th'.split(' '));
const SLANTED = new Set('i em cite dfn var'.split(' '));
const CODE = new Set('code tt kbd samp'.split(' '));
const BLOCKS = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 blockquote dl dt dd tr table center figure figcaption itembody prompt feedbackinline feedbackblock qti-prompt qti-item-body'.split(
    ' ',
  ),
);
const MEDIA = new Set('audio video iframe object embed canvas svg applet source'.split(' '));
const UNSEEN = new Set('script style head template noscript title meta link'.split(' '));
/** What says something that is not taken along. */
const MARKUP = new Set(
  'u s strike del ins mark table a form input select textarea button map ruby'.split(' '),
);

/** A break that survives the joining of lines; between blocks there are two. */
const BREAK = '\u{FDD0}';
const BETWEEN = '\u{FDD1}';

/** What stands around: marks are not put into one another. */
interface Around {
  readonly bold: boolean;
  readonly slanted: boolean;
  readonly depth: number;
}

class Reading {
  readonly #lost: Loss[] = [];

  constructor(private readonly options: HtmlOptions) {}

  get lost(): readonly Loss[] {
    const keys = this.#lost.map(({ code, what }) => `${code} ${what ?? ''}`);
    return this.#lost.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
  }

  inside(nodes: readonly Node[], around: Around): string {
    return textsJoined(nodes)
      .map((node) =>
        isElement(node) ? this.element(node, around) : inlineFromPlain(node.replace(/\s+/g, ' ')),
      )
      .join('');
  }

  private element(element: Element, around: Around): string {
    const name = element.name.toLowerCase();
    if (UNSEEN.has(name)) return '';
    if (name === 'br') return BREAK;
    if (name === 'hr') return BETWEEN;
    if (name === 'img') return this.picture(element);
    if (name === 'math') return this.formula(element);
    if (MEDIA.has(name))
      return this.lose('media-dropped', element.attributes.src ?? element.attributes.data ?? name);
    if (name === 'sup' || name === 'sub') return raised(textOf(element), name);
    if (name === 'pre') return `${BETWEEN}${fenced(textOf(element))}${BETWEEN}`;
    if (CODE.has(name)) return coded(textOf(element));
    if (name === 'ul' || name === 'ol') return this.list(element, around);
    if (MARKUP.has(name) && (name !== 'a' || element.attributes.href)) this.lose('markup', name);
    return this.marked(element, name, around);
  }

  private marked(element: Element, name: string, around: Around): string {
    const bold = BOLD.has(name) && !around.bold;
    const slanted = SLANTED.has(name) && !around.slanted;
    const inner = this.inside(element.children, {
      ...around,
      bold: around.bold || bold,
      slanted: around.slanted || slanted,
    });
    const said = bold ? wrapped(inner, '**') : slanted ? wrapped(inner, '*') : inner;
    if (name === 'td' || name === 'th') return `${said} \\| `;
    return BLOCKS.has(name) ? `${BETWEEN}${said}${BETWEEN}` : said;
  }

  private list(element: Element, around: Around): string {
    const items = element.children.filter(isElement).filter(({ name }) => name.toLowerCase() === 'li');
    const deeper = { ...around, depth: around.depth + 1 };
    const lines = items.map((item, i) => {
      const mark = element.name.toLowerCase() === 'ol' ? `${i + 1}. ` : '- ';
      const said = flowed(this.inside(item.children, deeper)).replace(/\n+/g, `\n${' '.repeat(mark.length)}`);
      return `${mark}${said}`;
    });
    return `${BETWEEN}${AS_IT_IS}${lines.join('\n').replaceAll('\n', KEPT)}${BETWEEN}`;
  }

  private picture({ attributes }: Element): string {
    const { src = '', alt = '' } = attributes;
    const formula = attributes['data-equation-content'];
    if (formula !== undefined) return inlineFromPlain(`\\(${formula}\\)`);
    const held = src.startsWith('data:') || (this.options.has?.(src) ?? false);
    const what = src.startsWith('data:') ? alt || 'data:' : fileOf(src);
    this.lose(held ? 'picture-dropped' : 'picture-missing', what);
    return alt.trim() === '' || alt === fileOf(src) ? '' : inlineFromPlain(alt);
  }

  private formula(element: Element): string {
    const { tex, sure } = fromMathMl(element);
    if (!sure) this.lose('formula-kept-as-text', textOf(element).replace(/\s+/g, ' ').trim().slice(0, 60));
    return tex;
  }

  private lose(code: Loss['code'], what: string): string {
    this.#lost.push({ code, what: what.slice(0, 200) });
    return '';
  }
}

/** A line break that stands in a list or in code, and stays where it is. */
const KEPT = '\u{FDD2}';
/** Begins a line whose first mark is meant. */
const AS_IT_IS = '\u{FDD3}';

/** Neighbouring texts as one: a formula may have been cut by an entity. */
function textsJoined(nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined;
}

/** The last part of a picture's address. */
const fileOf = (address: string): string => /[^/\\?#]*(?=(?:[?#].*)?$)/.exec(address)?.[0] || address;

/** Space of any kind, ours for breaks among them. */
const isSpace = (character: string | undefined): boolean =>
  character !== undefined && (/\s/.test(character) || character === BREAK || character === BETWEEN);

/** Marks stand at the words: the spaces go outside. */
function wrapped(inner: string, mark: string): string {
  let [start, end] = [0, inner.length];
  while (isSpace(inner[start])) start += 1;
  while (end > start && isSpace(inner[end - 1])) end -= 1;
  const words = inner.slice(start, end);
  if (words === '' || /[\u{FDD1}-\u{FDD3}]/u.test(words)) return inner;
  return `${inner.slice(0, start)}${mark}${words}${mark}${inner.slice(end)}`;
}

/** Code, between as many backticks as it takes. */
function coded(text: string): string {
  const code = text.replace(/\s+/g, ' ').trim();
  if (code === '') return '';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(code) ? ' ' : '';
  return `${ticks}${room}${code}${room}${ticks}`;
}

const fenced = (text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd().replaceAll('```', "'''");
  return `\`\`\`\n${lines}\n\`\`\``.replaceAll('\n', KEPT);
};

/** Breaks and blocks as lines, without more space than it takes. */
function flowed(text: string): string {
  return text
    .split(BETWEEN)
    .map((block) => block.split(BREAK).map((line) => line.trim()))
    .map((lines) => lines.filter((line, i) => line !== '' || (i > 0 && i < lines.length - 1)))
    .map((lines) =>
      lines.map((line) => (/[\u{FDD2}\u{FDD3}]/u.test(line) ? line : escapeLine(line))).join('  \n'),
    )
    .filter((block) => block !== '')
    .join('\n\n')
    .replaceAll(KEPT, '\n')
    .replaceAll(AS_IT_IS, '')
    .replaceAll('****', '')
    .replace(/ {2}\n(?: {2}\n)+/g, '\n\n')
    .trim();
}

/** A line that begins with a mark of ours (`**`, a formula) is left alone. */
const escapeLine = (line: string): string => escapeStarts(line).replace(/ \\\|$/, '');

/** The text of elements of (X)HTML: what Markdown can say stays, formulas stand between dollars, the rest is named. */
export function fromNodes(nodes: readonly Node[], options: HtmlOptions = {}): Said {
  const reading = new Reading(options);
  const text = flowed(reading.inside(nodes, { bold: false, slanted: false, depth: 0 }));
  return { text, lost: reading.lost };
}

/** The text of a piece of HTML. */
export const fromHtml = (html: string, options: HtmlOptions = {}): Said =>
  fromNodes(parseHtml(html), options);
