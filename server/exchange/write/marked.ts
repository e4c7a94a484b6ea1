import MarkdownIt from 'markdown-it';
import { parsed } from '../../words/render';
import { fromHtml } from '../html';

/** Draws what our texts are made of in plain HTML. */
const { renderer, options, utils } = new MarkdownIt({ breaks: true });

/** As Moodle's filter for formulas knows them. */
renderer.rules.formula = (tokens, i) => {
  const { content = '', block = false } = tokens[i] ?? {};
  const tex = utils.escapeHtml(content.replace(/\s+/g, ' '));
  return block ? `\\[${tex}\\]` : `\\(${tex}\\)`;
};

const ONE_PARAGRAPH = /^<p>((?:(?!<p>)[^])*)<\/p>$/;

/** Our Markdown as HTML, its formulas as TeX between `\(` and `\)`; one paragraph alone without its tags. */
export function htmlOf(words: string): string {
  const html = renderer.render(parsed(words), options, {}).trim();
  return ONE_PARAGRAPH.exec(html)?.[1] ?? html;
}

/** Whether the words are shown as they stand, on one line. */
export const isPlain = (words: string): boolean => htmlOf(words) === utils.escapeHtml(words);

/** What is read in again of HTML that we wrote. */
export const htmlAgain = (words: string): string => fromHtml(htmlOf(words)).text;
