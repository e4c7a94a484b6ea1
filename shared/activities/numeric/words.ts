import { numberWords } from '../../number-words';
import { inLanguage, type Locale } from '../../text';
import { plain } from '../../words';
import type { Config, Submission } from './config';

/** The number with its unit. */
export const inWords = ({ unit }: Config, { value }: Submission, locale: Locale): string =>
  numberWords(value, locale) + (unit ? ` ${plain(inLanguage(unit, [locale]))}` : '');
