import { inLanguage, wordsFor, type Locale, type Text } from '#shared/text';
import { getLocale, overwriteGetLocale } from './generated/runtime.js';
import { formedOf } from './written.svelte';

/** What the browser prefers; what was chosen here once comes from App.svelte. */
const first: Locale = getLocale();
let chosen = $state<Locale>(first);
let lent = $state<Locale | null>(null);

/** The person's language. Reading it in a template makes the template follow a change, without a reload. */
export const locale = {
  get current(): Locale {
    return lent ?? chosen;
  },
  set current(next: Locale) {
    chosen = next;
    document.documentElement.lang = next;
  },
  /** What this browser keeps. */
  get chosen(): Locale {
    return chosen;
  },
  /** Speaks another one than this browser keeps, or with null that one again. */
  lend(other: Locale | null): void {
    lent = other;
  },
};

overwriteGetLocale(() => locale.current);
document.documentElement.lang = first;

/** A lesson's text in the person's language, or in the one that comes nearest (see `wordsFor`). */
export const say = (text: Text): string => inLanguage(text, [locale.current]);

/** The same where no HTML can stand: in a name that is read aloud, in a message, in the title of a page. */
export function plainly(text: Text): string {
  const words = say(text);
  return formedOf(words)?.plain ?? words;
}

/** The language that `say` speaks, where it is not the page's own: for the `lang` of the element that shows it. */
export function langOf(text: Text): string | undefined {
  const { language } = wordsFor(text, [locale.current]);
  return language === locale.current ? undefined : language;
}
