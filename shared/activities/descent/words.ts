import { numberWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Config, Submission } from './config';
import { rateOf } from './rate';

/** "η = 0.182" */
export const inWords = (_config: Config, { exponent }: Submission, locale: Locale): string =>
  `η = ${numberWords(rateOf(exponent), locale, 3)}`;
