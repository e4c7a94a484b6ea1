import { inLanguage, wordsFor, type Locale, type Text } from '#shared/text';
import { getLocale, overwriteGetLocale } from './generated/runtime.js';

/** What the browser prefers; what was chosen here once comes from App.svelte. */
const first: Locale = getLocale();
let current = $state<Locale>(first);

/** The person's language. Reading it in a template makes the template follow a change, without a reload. */
export const locale = {
  get current(): Locale {
    return current;
  },
  set current(next: Locale) {
    current = next;
    document.documentElement.lang = next;
  },
};

overwriteGetLocale(() => current);
document.documentElement.lang = first;

/** A lesson's text in the person's language, or in the one that comes nearest (see `wordsFor`). */
export const say = (text: Text): string => inLanguage(text, [current]);

/** The language that `say` speaks, where it is not the page's own: for the `lang` of the element that shows it. */
export function langOf(text: Text): string | undefined {
  const { language } = wordsFor(text, [current]);
  return language === current ? undefined : language;
}
