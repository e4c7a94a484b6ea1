import { inLanguage, type Locale } from '../../text';
import { plain } from '../../words';
import type { Config, Submission } from './config';
import { optionsOf } from './view';

/** What was picked: "A: labelled; C: by hand", or on a scale "4 / 5". */
export function inWords(config: Config, { picked }: Submission, locale: Locale): string {
  if (config.asks === 'scale') return `${picked.join()} / ${config.marks}`;
  return optionsOf(config)
    .flatMap(({ id, name, text }) =>
      text && picked.includes(id) ? [`${name}: ${plain(inLanguage(text, [locale]))}`] : [],
    )
    .join('; ');
}
