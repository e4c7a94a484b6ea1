import MarkdownIt from 'markdown-it';
import { fromHtml } from '../html';

const md = new MarkdownIt('zero', { html: false, breaks: true });
md.enable(['newline', 'escape', 'backticks', 'emphasis', 'list', 'fence']);

type Inline = Parameters<typeof md.inline.ruler.push>[1];

/** TeX between dollars; `$$`: on a line of its own. */
const FORMULA = /(\$\$?)(?=\S)((?:\\[^]|[^\\$])*?)(?<=\S)\1(?!\d)/y;

const formula: Inline = (state, silent) => {
  FORMULA.lastIndex = state.pos;
  const [whole = '', mark = '$', tex = ''] = FORMULA.exec(state.src) ?? [];
  if (whole === '' || state.pos + whole.length > state.posMax) return false;
  if (!silent) Object.assign(state.push('formula', '', 0), { content: tex, block: mark === '$$' });
  state.pos += whole.length;
  return true;
};

md.inline.ruler.before('escape', 'formula', formula);

/** As Moodle's filter for formulas knows them. */
md.renderer.rules.formula = (tokens, i) => {
  const { content = '', block = false } = tokens[i] ?? {};
  const tex = md.utils.escapeHtml(content);
  return block ? `\\[${tex}\\]` : `\\(${tex}\\)`;
};

const ONE_PARAGRAPH = /^<p>((?:(?!<p>)[^])*)<\/p>$/;

/** Our Markdown as HTML, its formulas as TeX between `\(` and `\)`; one paragraph alone without its tags. */
export function htmlOf(words: string): string {
  const html = md.render(words).trim();
  return ONE_PARAGRAPH.exec(html)?.[1] ?? html;
}

/** Whether the words are shown as they stand, on one line. */
export const isPlain = (words: string): boolean => htmlOf(words) === md.utils.escapeHtml(words);

/** What is read in again of HTML that we wrote. */
export const htmlAgain = (words: string): string => fromHtml(htmlOf(words)).text;
