import { inLanguage, type Locale } from '../../text';
import { neuronWords } from '../neuron/words';
import type { Config, Submission } from './config';

const names = {
  line: { it: 'retta', en: 'line' },
  signs: { it: 'segni di z, riga per riga', en: 'signs of z, row by row' },
  pairs: { it: 'righe sommate', en: 'rows added' },
};

/** The parts that were given, one after the other. */
export function inWords(_config: Config, { line, signs, pairs }: Submission, locale: Locale): string {
  const part = (name: keyof typeof names, words: string | undefined) =>
    words === undefined ? [] : [`${inLanguage(names[name], [locale])}: ${words}`];
  return [
    ...part('line', line ? neuronWords(line, locale) : undefined),
    ...part('signs', signs?.map((sign) => (sign === 1 ? '≥ 0' : '< 0')).join(', ')),
    ...part('pairs', pairs?.map((pair) => pair.map((row) => row + 1).join(' + ')).join(', ')),
  ].join(' | ');
}
