/** Where a browser's translation stands, and what it translates. */
interface Translation {
  readonly font: Element;
  readonly original: string;
}

const PARTS = { subtree: true, childList: true } as const;

/** What browsers write translations into; the pages have none of their own. */
const isFont = (node: Node | null | undefined): node is Element => node?.nodeName === 'FONT';

/**
 * Lets a page that the browser has translated go on changing. A translation puts a <font> where a text was, and the
 * page goes on writing into the text that it knows, which nobody sees any more. So that text goes back to its place,
 * empty, before its translation; once something is written into it the translation goes, and what was written can be
 * translated in its turn. Whatever else happens to one of the two happens to the other.
 */
export function followTranslation(page: Element): void {
  const translations = new Map<Text, Translation>();
  const watch = new MutationObserver((records) => {
    for (const record of records) for (const node of record.removedNodes) take(node, record);
    if (translations.size === 0) return;
    const written = new Set(
      records.filter(({ type }) => type === 'characterData').map(({ target }) => target),
    );
    for (const [text, translation] of translations) settle(text, translation, written.has(text));
    watch.observe(page, { ...PARTS, characterData: true });
    // What was done here is nobody's news.
    watch.takeRecords();
  });
  watch.observe(page, PARTS);

  /** A text that has made room for a new <font>, or was put into one, comes back before it. */
  function take(text: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord): void {
    if (!(text instanceof Text) || translations.has(text)) return;
    const inside = text.parentElement?.closest('font');
    if (text.isConnected && !inside) return;
    const known = new Set([...translations.values()].map(({ font }) => font));
    const isNew = (node: Node | null | undefined) => isFont(node) && node.isConnected && !known.has(node);
    const font = [outermost(inside), ...addedNodes, previousSibling, nextSibling].find(isNew);
    if (!isFont(font)) return;
    if (inside) text.replaceWith(text.cloneNode());
    translations.set(text, { font, original: text.data });
    text.data = '';
    font.before(text);
  }

  function settle(text: Text, { font, original }: Translation, written: boolean): void {
    if (!written && text.isConnected && font.isConnected) {
      if (text.nextSibling !== font) text.after(font);
      return;
    }
    translations.delete(text);
    font.remove();
    if (!written) text.data = original;
  }
}

/** Translations wrap their words twice. */
function outermost(font: Element | null | undefined): Element | null {
  const around = font?.parentElement?.closest('font');
  return around ? outermost(around) : (font ?? null);
}
