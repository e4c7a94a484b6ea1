import { numberWords } from '../../number-words';
import { inLanguage, type Locale } from '../../text';
import { WIDTH, type Config, type Submission } from './config';

const threshold = { it: 'soglia', en: 'threshold' };

/** Row by row, with a sign where there is one: "−1 −1 −1 / +1 +1 +1 / −1 −1 −1, threshold 2". */
export function inWords(_config: Config, { cells, threshold: above }: Submission, locale: Locale): string {
  const signed = cells.map((cell) => (cell > 0 ? '+' : '') + numberWords(cell, locale));
  const rows = Array.from({ length: WIDTH }, (_, row) =>
    signed.slice(row * WIDTH, (row + 1) * WIDTH).join(' '),
  );
  return `${rows.join(' / ')}, ${inLanguage(threshold, [locale])} ${numberWords(above, locale)}`;
}
