import { inLanguage, type Locale } from '../../text';
import { plain } from '../../words';
import type { Config, Submission } from './config';

/** First to last: "1. the perceptron; 2. back-propagation". */
export const inWords = ({ items }: Config, { order }: Submission, locale: Locale): string =>
  order
    .map((id, i) => {
      const text = items.find((item) => item.id === id)?.text ?? {};
      return `${i + 1}. ${plain(inLanguage(text, [locale]))}`;
    })
    .join('; ');
