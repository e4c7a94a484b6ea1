import { inLanguage, type Locale } from '../../text';
import type { Neuron } from '../neuron/neuron';
import { gateOf } from '../neuron/truth-table';
import { gateWords, HIDDEN, INPUTS, type Letters } from '../neuron/gate-words';
import { neuronWords } from '../neuron/words';
import type { Config, Submission } from './config';

const output = { it: 'uscita', en: 'output' };

/** A gate by its name, any other neuron by its weights. */
function neuronIn(neuron: Neuron, letters: Letters, locale: Locale): string {
  const gate = gateOf(neuron);
  return gate ? gateWords(gate, letters) : neuronWords(neuron, locale);
}

/** The three neurons: "h₁ = OR | h₂ = NAND | output = AND". */
export function inWords(_config: Config, { hidden, output: last }: Submission, locale: Locale): string {
  const parts = hidden.map((neuron, i) => `${HIDDEN[i] ?? ''} = ${neuronIn(neuron, INPUTS, locale)}`);
  return [...parts, `${inLanguage(output, [locale])} = ${neuronIn(last, HIDDEN, locale)}`].join(' | ');
}
