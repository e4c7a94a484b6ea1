import { languageNames } from '../../../ui/language-names';
import { locale } from '../../../i18n/locale.svelte';
import { locales, type Locale } from '#shared/text';

/** Languages that a lesson may be written in beside those of the interface: those of most schools in Europe. */
export const others = ['de', 'es', 'fr', 'pt', 'nl', 'pl', 'ro', 'sl', 'el', 'uk', 'ar', 'zh'] as const;

const isLocale = (language: string): language is Locale => locales.some((one) => one === language);

/** A language as the reader calls it; those of the interface in their own words. */
export function languageName(language: string): string {
  if (isLocale(language)) return languageNames[language];
  return new Intl.DisplayNames([locale.current], { type: 'language' }).of(language) ?? language;
}
