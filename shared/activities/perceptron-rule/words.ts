import { inLanguage, type Locale, type Text } from '../../text';
import type { Config, Decision, Submission } from './config';

const names: Readonly<Record<Decision, Text>> = {
  leave: { it: 'lascia', en: 'leave' },
  add: { it: 'aggiungi x', en: 'add x' },
  take: { it: 'togli x', en: 'take x away' },
};

/** The decisions, sample by sample: "take x away, add x, leave". */
export const inWords = (_config: Config, { decisions }: Submission, locale: Locale): string =>
  decisions.map((decision) => inLanguage(names[decision], [locale])).join(', ');
