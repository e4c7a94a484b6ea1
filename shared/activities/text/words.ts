import type { Locale } from '../../text';
import type { Config, Submission } from './config';

const gone = { it: '(nascosta o cancellata)', en: '(hidden or erased)' } as const satisfies Record<
  Locale,
  string
>;

export const inWords = (_config: Config, { text }: Submission, locale: Locale): string =>
  text || gone[locale];
