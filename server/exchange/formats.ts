import { fromHtml, type Said } from './html';
import { looksLikeHtml } from './html-tree';
import { fromMarkdown, fromPlain } from './plain';

/** The formats that Moodle has for a text; `moodle` is text with line breaks in which tags may stand. */
export type TextFormat = 'html' | 'markdown' | 'plain' | 'moodle';

const whole = (text: string): Said => ({ text, lost: [] });

/** A text of others in one of their formats as a text of ours. */
export function fromFormat(text: string, format: TextFormat): Said {
  switch (format) {
    case 'html':
      return fromHtml(text);
    case 'markdown':
      return whole(fromMarkdown(text));
    case 'plain':
      return whole(fromPlain(text));
    case 'moodle':
      return looksLikeHtml(text) ? fromHtml(text.trim().replace(/\r?\n/g, '<br>')) : whole(fromPlain(text));
  }
}
