import { fromHtml, type Said } from './html';
import { looksLikeHtml } from './html-tree';
import { fromMarkdown, fromPlain } from './plain';

/** The formats that Moodle has for a text; `moodle` is text with line breaks in which tags may stand. */
export type TextFormat = 'html' | 'markdown' | 'plain' | 'moodle';

const lossless = (text: string): Said => ({ text, lost: [] });

/** Characters that are looked at: of more, no text keeps more than its beginning. */
const LOOKED_AT = 50_000;

/** A text of others in one of their formats as a text of ours. */
export function fromFormat(whole: string, format: TextFormat): Said {
  const text = whole.slice(0, LOOKED_AT);
  switch (format) {
    case 'html':
      return fromHtml(text);
    case 'markdown':
      return lossless(fromMarkdown(text));
    case 'plain':
      return lossless(fromPlain(text));
    case 'moodle':
      return looksLikeHtml(text)
        ? fromHtml(text.trim().replace(/\r?\n/g, '<br>'))
        : lossless(fromPlain(text));
  }
}
