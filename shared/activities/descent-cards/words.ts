import { numberWords } from '../../number-words';
import { inLanguage, type Locale, type Text } from '../../text';
import type { Config, Submission } from './config';
import type { Fate } from './fates';

const names: Readonly<Record<Fate, Text>> = {
  smooth: { it: 'scende', en: 'goes down' },
  bounces: { it: 'rimbalza e si ferma', en: 'bounces and settles' },
  away: { it: 'scappa', en: 'runs away' },
};

/** Card by card as the student met them: "a = 4, η = 0.6: runs away; ...". */
export const inWords = ({ cards }: Config, { answers }: Submission, locale: Locale): string =>
  answers
    .map(({ card, fate }) => {
      const { a = 0, eta = 0 } = cards[card] ?? {};
      return `a = ${a}, η = ${numberWords(eta / 100, locale)}: ${inLanguage(names[fate], [locale])}`;
    })
    .join('; ');
