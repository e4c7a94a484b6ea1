import { locales } from '#shared/text';
import { getLocale } from './generated/runtime.js';

/** Languages that a lesson is offered to be written in; a document may name any other one. */
export const LANGUAGES = [
  ...['it', 'en', 'de', 'fr', 'es', 'pt', 'ca', 'nl', 'sl', 'hr', 'sq', 'ro', 'pl', 'cs', 'hu', 'el'],
  ...['sv', 'da', 'nb', 'fi', 'uk', 'ru', 'tr', 'ar', 'fa', 'ur', 'hi', 'bn', 'zh', 'ja', 'ko', 'vi'],
] as const;

/** Those that the interface does not speak. */
export const others: readonly string[] = LANGUAGES.filter((tag) => !locales.some((one) => one === tag));

/** What a language is called in the reader's own; the tag itself where the browser does not know it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([getLocale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
