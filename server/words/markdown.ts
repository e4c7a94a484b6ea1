import MarkdownIt from 'markdown-it';
import { formulaAt } from '#shared/words';
import { escaped, formulaHtml } from './formula';

type Markdown = ReturnType<typeof MarkdownIt>;
type Inline = Parameters<Markdown['inline']['ruler']['push']>[1];
type Block = Parameters<Markdown['block']['ruler']['push']>[1];
type Drawn = NonNullable<Markdown['renderer']['rules'][string]>;

/** Lists in lists, quotes of quotes. */
const DEEPEST = 12;

/** As Markdown has it, but a star between letters is a product: `w1*x1+w2*x2`. */
const emphasis: Inline = (state, silent) => {
  const mark = state.src[state.pos];
  if (silent || (mark !== '*' && mark !== '_')) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, false);
  for (let i = 0; i < length; i++) {
    state.push('text', '', 0).content = mark;
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: mark.charCodeAt(0), length, token, end: -1, open, close });
  }
  state.pos += length;
  return true;
};

const formula: Inline = (state, silent) => {
  if (state.src[state.pos] !== '$') return false;
  const found = formulaAt(state.src, state.pos);
  if (!found || found.end > state.posMax) return false;
  if (!silent) {
    const token = state.push('formula', '', 0);
    token.content = found.tex;
    token.block = found.display;
  }
  state.pos = found.end;
  return true;
};

/** A formula on lines of its own, in which a line may begin with a minus. */
const displayed: Block = (state, line, last, silent) => {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const found = state.src.startsWith('$$', from) ? formulaAt(state.src, from) : null;
  if (!found) return false;
  let end = line;
  while (end < last && (state.eMarks[end] ?? Infinity) < found.end) end += 1;
  if (end >= last || state.src.slice(found.end, state.eMarks[end]).trim() !== '') return false;
  if (silent) return true;
  const token = state.push('formula', '', 0);
  token.content = found.tex;
  token.block = true;
  state.line = end + 1;
  return true;
};

const open =
  (html: string): Drawn =>
  (tokens, at) =>
    tokens[at]?.hidden ? '' : html;

/** Everything is phrasing: it may stand in a heading, a label or a button. */
const rules: Record<string, Drawn> = {
  paragraph_open: open('<span class="w-part">'),
  paragraph_close: open('</span>'),
  bullet_list_open: open('<span class="w-list" role="list">'),
  bullet_list_close: open('</span>'),
  ordered_list_open: (tokens, at) => {
    const before = Number(tokens[at]?.attrGet('start') ?? 1) - 1;
    return `<span class="w-list w-numbered" role="list" style="counter-reset:list-item ${before}">`;
  },
  ordered_list_close: open('</span>'),
  list_item_open: open('<span role="listitem">'),
  list_item_close: open('</span>'),
  fence: (tokens, at) => `<code class="w-part">${escaped(tokens[at]?.content.trimEnd() ?? '')}</code>`,
  formula: (tokens, at) => formulaHtml(tokens[at]?.content ?? '', tokens[at]?.block ?? false),
};

function reader(...blocks: readonly string[]): Markdown {
  const markdown = new MarkdownIt('zero', { html: false, breaks: true, maxNesting: DEEPEST });
  markdown.enable(['newline', 'escape', 'backticks', 'emphasis', ...blocks]);
  markdown.inline.ruler.at('emphasis', emphasis);
  markdown.inline.ruler.before('escape', 'formula', formula);
  markdown.block.ruler.before('paragraph', 'displayed', displayed, { alt: ['paragraph', 'list'] });
  Object.assign(markdown.renderer.rules, rules);
  return markdown;
}

/** What a text of a lesson may have: no links, pictures, headings, tables or HTML, and not a list of one. */
export const lists = reader('list', 'fence');
export const noLists = reader('fence');
