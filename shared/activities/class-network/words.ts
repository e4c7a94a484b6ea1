import { numberWords, tenthsWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Config, Line } from './config';

const says = { it: 'dal centro', en: 'from the middle' } as const satisfies Record<Locale, string>;

/** "35°, 1.2 from the middle" */
export const inWords = (_config: Config, { angle, offset }: Line, locale: Locale): string =>
  `${numberWords(angle, locale)}°, ${tenthsWords(offset, locale)} ${says[locale]}`;
