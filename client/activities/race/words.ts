import type { Submission } from '#shared/activities/race/config';
import type { Locale } from '#shared/text';
import type { NeuronPlace } from '#shared/training/neuron-map';
import type { Activation } from '#shared/training/request';
import * as m from '../../i18n/generated/messages.js';
import { decimal } from '../numbers';

/** A learning rate with as many decimals as it needs. */
export const rateWords = (rate: number, locale: Locale): string =>
  decimal(rate, locale, rate >= 1 ? 0 : rate >= 0.1 ? 1 : rate >= 0.01 ? 2 : 3);

/** A whole number with its thousands apart. */
export const whole = (value: number, locale: Locale): string => decimal(value, locale, 0);

/** A share with one decimal, in percent. */
export const share = (value: number, locale: Locale): string => `${decimal(value * 100, locale, 1)}%`;

/** A hyphen where no line breaks. */
const HYPHEN = '-\u2060';

/** The sizes of all layers, the two inputs and the output among them: 2-4-1. */
export const shapeWords = ({ layers }: Submission): string => [2, ...layers, 1].join(HYPHEN);

/** A configuration in one line. */
export const runWords = (submission: Submission, locale: Locale): string =>
  m.race_run_words({
    shape: shapeWords(submission),
    rate: rateWords(submission.rate, locale),
    epochs: submission.epochs,
  });

/** What a neuron is called. */
export const neuronWords = ({ layer, neuron }: NeuronPlace, layers: readonly number[]): string =>
  layer > layers.length ? m.race_inside_output() : m.race_inside_neuron({ layer, neuron: neuron + 1 });

const colourWords: Readonly<Record<Activation, () => string>> = {
  tanh: m.race_inside_signs,
  linear: m.race_inside_signs,
  sigmoid: m.race_inside_shares,
  relu: m.race_inside_fires,
};

/** What a neuron does, and what the colours of its map mean. */
export function neuronSentence(
  { layer }: NeuronPlace,
  layers: readonly number[],
  activation: Activation,
): string {
  if (layer > layers.length)
    return layers.length > 0 ? `${m.race_inside_answer()} ${m.race_inside_hint()}` : m.race_inside_answer();
  const does = layer === 1 ? m.race_inside_first() : m.race_inside_deeper({ before: layer - 1 });
  return `${does} ${colourWords[activation]()}`;
}

/** A weight with its sign and two decimals; of a run that diverged there may be no number. */
export const weightWords = (value: number, locale: Locale): string =>
  Number.isFinite(value) ? (value < 0 ? '' : '+') + decimal(value, locale, 2) : '—';
