import { inLanguage, type Locale } from '../../text';
import type { Config, Submission } from './config';

/** Options are called by letters, in the order in which they were written. */
const LETTERS = 'ABCDEF';

/** The picked options: "A: labelled; C: by hand". */
export const inWords = ({ options }: Config, { picked }: Submission, locale: Locale): string =>
  options
    .flatMap(({ id, text }, i) =>
      picked.includes(id) ? [`${LETTERS[i] ?? id}: ${inLanguage(text, [locale])}`] : [],
    )
    .join('; ');
