import type { Locale, Text } from '#shared/text';
import { getLocale, overwriteGetLocale, setLocale } from './generated/runtime.js';

const first: Locale = getLocale();
let current = $state<Locale>(first);

/** The person's language. Reading it in a template makes the template follow a change, without a reload. */
export const locale = {
  get current(): Locale {
    return current;
  },
  set current(next: Locale) {
    current = next;
    void setLocale(next, { reload: false });
    document.documentElement.lang = next;
  },
};

overwriteGetLocale(() => current);
document.documentElement.lang = first;

/** A lesson's text in the person's language. */
export const say = (text: Text): string => text[current];
