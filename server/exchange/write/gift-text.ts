import { htmlOf, isPlain } from './marked';

/** What GIFT gives a meaning of its own. */
const MEANT = /[\\~=#{}:]/g;

/** Words as GIFT reads them back, all on one line. */
export const escaped = (words: string): string => words.replace(MEANT, '\\$&').replace(/\n/g, '\\n');

export type GiftFormat = 'plain' | 'html';

export const formatOf = (words: string): GiftFormat => (isPlain(words) ? 'plain' : 'html');

/** A text inside braces, with the name of its format unless it is the question's own. */
export function inGift(words: string, question: GiftFormat): string {
  const format = formatOf(words);
  const said = escaped(format === 'html' ? htmlOf(words) : words);
  // What begins with a sign of its own would be taken for a share or for the name of a format.
  return format === question && !/^[[%]/.test(words) ? said : `[${format}]${said}`;
}
