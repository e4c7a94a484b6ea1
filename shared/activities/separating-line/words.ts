import { tenthsWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Config, Point, Submission } from './config';

const at = ([length, depth]: Point, locale: Locale): string =>
  `(${tenthsWords(length, locale)}; ${tenthsWords(depth, locale)})`;

/** The line's two handles in millimetres, and which birds it takes for Gentoo. */
export function inWords(_config: Config, { from, to, swapped }: Submission, locale: Locale): string {
  const [a, b] = [at(from, locale), at(to, locale)];
  return locale === 'it'
    ? `retta da ${a} a ${b} mm, Gentoo a ${swapped ? 'sinistra' : 'destra'}`
    : `line from ${a} to ${b} mm, Gentoo on its ${swapped ? 'left' : 'right'}`;
}
