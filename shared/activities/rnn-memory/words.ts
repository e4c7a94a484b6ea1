import { tenthsWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Submission } from './config';

/** "w_h = 2.5, w_x = 0.3, b = 0.0"; a comma between decimals asks for another sign between numbers. */
export const inWords = (_config: unknown, { h, x, b }: Submission, locale: Locale): string =>
  [
    `w_h = ${tenthsWords(h, locale)}`,
    `w_x = ${tenthsWords(x, locale)}`,
    `b = ${tenthsWords(b, locale)}`,
  ].join('; ');
