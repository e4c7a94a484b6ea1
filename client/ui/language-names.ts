import type { Locale } from '#shared/text';

/** Each language in its own words: whoever needs it does not read the other one. */
export const languageNames: Readonly<Record<Locale, string>> = { it: 'Italiano', en: 'English' };
