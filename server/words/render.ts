import { mayHaveMarks, stringsIn, type Written } from '#shared/words';
import { escaped } from './formula';
import { isHarmless } from './harmless';
import { lists, noLists } from './markdown';

type Tokens = ReturnType<typeof lists.parse>;

/** HTML that all texts of one lesson may come to, in characters: frames and the log carry it. */
export const MOST_HTML = 2_000_000;

/** A text as HTML; null: it is shown as it is written. */
export function renderText(source: string): string | null {
  if (!mayHaveMarks(source)) return null;
  const html = drawn(parsed(source));
  return isHarmless(html) && html !== escaped(source.trim()) ? html : null;
}

/** The parts that a source has, for who draws them otherwise. */
export function parsed(source: string): Tokens {
  const listed = lists.parse(source, {});
  return hasListOfOne(listed) ? noLists.parse(source, {}) : listed;
}

/** One paragraph alone stands as words among words. */
function drawn(tokens: Tokens): string {
  const [, words] = tokens;
  const alone = tokens.length === 3 && words?.type === 'inline';
  const { renderer, options } = lists;
  return (alone ? renderer.render([words], options, {}) : renderer.render(tokens, options, {})).trim();
}

/** "1986. A year" and "- 5" are no lists. */
function hasListOfOne(tokens: Tokens): boolean {
  const items: number[] = [];
  for (const { type } of tokens) {
    if (type.endsWith('_list_open')) items.push(0);
    else if (type === 'list_item_open') items.push((items.pop() ?? 0) + 1);
    else if (type.endsWith('_list_close') && items.pop() === 1) return true;
  }
  return false;
}

/**
 * The HTML of all texts in a document that have marks or formulas in them. It is made text by text until there is too much
 * of it, or `late` says that it has taken too long: what is left then is shown as it is written.
 */
export function renderAll(document: unknown, late: () => boolean = () => false): Written {
  const written: Record<string, string> = {};
  let room = MOST_HTML;
  for (const source of new Set(stringsIn(document))) {
    if (room <= 0 || late()) break;
    const html = renderText(source);
    if (html === null) continue;
    room -= html.length;
    written[source] = html;
  }
  return written;
}
