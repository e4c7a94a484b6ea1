import type { Locale } from '#shared/text';
import type { NeuronIndex } from '#shared/training/neuron-map';
import type { Activation } from '#shared/training/request';
import * as m from '../../../i18n/generated/messages.js';
import { decimal } from '../../kit/numbers';
import type { PlaneView } from './map';
import { classesIn, labelsIn } from './own';

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
  view: PlaneView,
  { layer }: NeuronIndex,
  layers: readonly number[],
  activation: Activation,
): string {
  const [zero, one] = classesIn(view);
  if (layer > layers.length)
    return [m.race_inside_answer({ zero, one }), ...(layers.length > 0 ? [m.race_inside_hint()] : [])].join(
      ' ',
    );
  const does = layer === 1 ? m.race_inside_first() : m.race_inside_deeper({ before: layer - 1 });
  return `${does} ${colourWords[activation]()}`;
}

/** What the inputs of a network on a teacher's own table are; null: their letters stand at the axes. */
export const inputWords = (view: PlaneView): string | null => (labelsIn(view) ? m.race_own_inputs() : null);

/** A weight with its sign and two decimals; of a run that diverged there may be no number. */
export const weightWords = (value: number, locale: Locale): string => {
  if (!Number.isFinite(value)) return '—';
  return `${value < 0 ? '\u2212' : '+'}${decimal(Math.abs(value), locale, 2)}`;
};
