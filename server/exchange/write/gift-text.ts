import { htmlOf, isPlain } from './marked';

/** What GIFT gives a meaning of its own. */
const MEANT = /[\\~=#{}:]/g;

/** Words as GIFT reads them back, all on one line. */
export const escaped = (words: string): string => words.replace(MEANT, '\\$&').replace(/\n/g, '\\n');

export type GiftFormat = 'plain' | 'html';

/** A dollar could begin a formula for who looks for one before anything else: in HTML it has a number. */
export const formatOf = (words: string): GiftFormat =>
  isPlain(words) && !words.includes('$') ? 'plain' : 'html';

/** What stands behind the name of a format. */
export const saidAs = (format: GiftFormat, words: string): string =>
  escaped(format === 'html' ? htmlOf(words).replaceAll('$', '&#36;') : words);

/** A text inside braces, with the name of its format unless it is the question's own. */
export function inGift(words: string, question: GiftFormat): string {
  const format = formatOf(words);
  const said = saidAs(format, words);
  // What begins with a sign of its own would be taken for a share or for the name of a format.
  return format === question && !/^[[%]/.test(words) ? said : `[${format}]${said}`;
}
