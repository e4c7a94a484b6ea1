import { numberWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Asks, Config, Submission } from './config';

/** What each query is for. */
export const queryNames = (asks: Asks, locale: Locale): readonly string[] => {
  if (asks === 'pronouns') return locale === 'it' ? ['lei', 'lui', 'loro'] : ['her', 'him', 'them'];
  return locale === 'it' ? ['testa 1', 'testa 2'] : ['head 1', 'head 2'];
};

/** "lei (2,8; 2,8), lui (−2,8; 2,8), loro (0,0; −4,0)" */
export function inWords({ asks }: Config, { queries }: Submission, locale: Locale): string {
  const names = queryNames(asks, locale);
  const number = (tenths: number) => numberWords(tenths / 10, locale, 1);
  return queries.map(([x, y], i) => `${names[i] ?? ''} (${number(x)}; ${number(y)})`).join(', ');
}
