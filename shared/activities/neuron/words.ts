import { tenthsWords } from '../../number-words';
import type { Locale } from '../../text';
import type { Neuron } from './neuron';

/** A neuron as it is written on the board: "w1 = 1.0; w2 = −0.5; b = −1.5". */
export function neuronWords({ w, b }: Neuron, locale: Locale): string {
  const weights = w.map((weight, i) => `w${i + 1} = ${tenthsWords(weight, locale)}`);
  return [...weights, `b = ${tenthsWords(b, locale)}`].join('; ');
}
