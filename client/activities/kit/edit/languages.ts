import { locale } from '../../../i18n/locale.svelte';

/** What a language is called in the reader's own; the tag itself where the browser does not know it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale.current], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
