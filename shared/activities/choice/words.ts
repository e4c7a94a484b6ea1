import { inLanguage, type Locale } from '../../text';
import { plain } from '../../words';
import type { Config, Submission } from './config';
import { letterOf } from './letters';

/** The picked options: "A: labelled; C: by hand". */
export const inWords = ({ options }: Config, { picked }: Submission, locale: Locale): string =>
  options
    .flatMap(({ id, text }, i) =>
      picked.includes(id) ? [`${letterOf(i)}: ${plain(inLanguage(text, [locale]))}`] : [],
    )
    .join('; ');
