import type { Loss } from '#shared/exchange/report';
import { fromHtml, type Said } from '../../html';
import { looksLikeHtml } from '../../html-tree';
import { fromMarkdown, fromPlain } from '../../plain';
import { all, first, textOf, type Element } from '../../xml';

/** Where a text's pictures stand for files that came with it. */
const PLUGIN_FILE = '@@PLUGINFILE@@/';

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The file that an address in a text means, or null if it means none of the question's. */
export const fileNamed = (address: string): string | null =>
  address.startsWith(PLUGIN_FILE) ? decoded(address.slice(PLUGIN_FILE.length)).replace(/\?.*$/, '') : null;

/** The files that came with a text, by their names. */
export const filesOf = (holder: Element): ReadonlyMap<string, Element> =>
  new Map(all(holder, 'file').map((file) => [file.attributes.name ?? '', file]));

/** Text in HTML. */
function html(source: string, holder: Element): Said {
  const files = filesOf(holder);
  return fromHtml(source, { has: (address) => files.has(fileNamed(address) ?? '') });
}

/** What Moodle makes of a text that nobody chose a format for: lines are lines, tags are tags. */
const automatic = (source: string, holder: Element): Said =>
  looksLikeHtml(source)
    ? html(source.trim().replace(/\r?\n/g, '<br>'), holder)
    : { text: fromPlain(source), lost: [] };

/** What an element such as `questiontext` says, in our words; one that is not there says nothing. */
export function saidIn(holder: Element | undefined): Said {
  if (!holder) return { text: '', lost: [] };
  const inside = first(holder, 'text');
  const source = textOf(inside ?? holder);
  switch (holder.attributes.format) {
    case 'plain_text':
      return { text: fromPlain(source), lost: [] };
    case 'markdown':
      return { text: fromMarkdown(source), lost: [] };
    case 'moodle_auto_format':
      return automatic(source, holder);
    default:
      return html(source, holder);
  }
}

/** Says texts of one question, and takes down what each loses. */
export class Sayings {
  readonly #lost: Loss[] = [];

  /** Each once. */
  get lost(): readonly Loss[] {
    return [...new Map(this.#lost.map((loss) => [`${loss.code} ${loss.what ?? ''}`, loss])).values()];
  }

  say(holder: Element | undefined): string {
    const { text, lost } = saidIn(holder);
    this.take(lost);
    return text;
  }

  take(lost: readonly Loss[]): void {
    for (const loss of lost) this.#lost.push(loss);
  }

  lose(code: Loss['code'], what?: string): void {
    this.take([what === undefined ? { code } : { code, what: what.slice(0, 200) }]);
  }
}
