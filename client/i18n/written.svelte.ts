import type { Written } from '#shared/words';
import { loadChunk } from '../live/chunk';

/** A text with marks or formulas: as HTML, made by the server, and as words alone. */
export interface Formed {
  readonly html: string;
  readonly plain: string;
}

/** By the words that a document has. */
let known = $state.raw<Readonly<Record<string, Formed>>>({});

/** What the server has sent beside its texts. Only then a page fetches what shows formulas. */
export async function learn(written: Written | undefined): Promise<void> {
  if (!written) return;
  const loaded = await loadChunk(() => import('../ui/formed'));
  if (loaded) known = { ...known, ...loaded.formed(written) };
}

/** How words are shown that are not shown as they are written. Reading it follows what is learnt. */
export const formedOf = (words: string): Formed | undefined =>
  Object.hasOwn(known, words) ? known[words] : undefined;
