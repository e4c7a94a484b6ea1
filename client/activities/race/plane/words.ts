import type { Locale } from '#shared/text';
import type { NeuronIndex } from '#shared/training/neuron-map';
import type { Activation } from '#shared/training/request';
import * as m from '../../../i18n/generated/messages.js';
import { decimal } from '../../kit/numbers';

/** What a neuron is called. */
export const neuronWords = ({ layer, neuron }: NeuronIndex, layers: readonly number[]): string =>
  layer > layers.length ? m.race_inside_output() : m.race_inside_neuron({ layer, neuron: neuron + 1 });

const colourWords: Readonly<Record<Activation, () => string>> = {
  tanh: m.race_inside_signs,
  linear: m.race_inside_signs,
  sigmoid: m.race_inside_shares,
  relu: m.race_inside_fires,
};

/** What a neuron does, and what the colours of its map mean. */
export function neuronSentence(
  { layer }: NeuronIndex,
  layers: readonly number[],
  activation: Activation,
): string {
  if (layer > layers.length)
    return layers.length > 0 ? `${m.race_inside_answer()} ${m.race_inside_hint()}` : m.race_inside_answer();
  const does = layer === 1 ? m.race_inside_first() : m.race_inside_deeper({ before: layer - 1 });
  return `${does} ${colourWords[activation]()}`;
}

/** A weight with its sign and two decimals; of a run that diverged there may be no number. */
export const weightWords = (value: number, locale: Locale): string => {
  if (!Number.isFinite(value)) return '—';
  return `${value < 0 ? '\u2212' : '+'}${decimal(Math.abs(value), locale, 2)}`;
};
