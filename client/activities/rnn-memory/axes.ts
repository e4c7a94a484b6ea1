import { LONGEST } from '#shared/activities/rnn-memory/config';
import * as m from '../../i18n/generated/messages.js';
import { locale } from '../../i18n/locale.svelte';
import type { ChartAxis } from '../kit/chart';
import { whole } from '../kit/numbers';

const inWords = (value: number): string => whole(value, locale.current);

/** The steps of a string; those at which the neuron is asked are marked. */
export const stepsAxis = (lengths: readonly number[]): ChartAxis => ({
  domain: [1, LONGEST],
  at: lengths,
  name: m.rnn_memory_steps_axis(),
  words: inWords,
});

/** A little more than h can be, so that a stroke along 1 is seen whole. */
export const memoryAxis = (): ChartAxis => ({
  domain: [-1.15, 1.15],
  at: [-1, 0, 1],
  name: m.rnn_memory_h_axis(),
  words: inWords,
});

export const apartAxis = (): ChartAxis => ({
  domain: [-2.3, 2.3],
  at: [-2, 0, 2],
  name: m.rnn_memory_gap_axis(),
  words: inWords,
});

/** The plane of the two weights, a little more than the sliders reach. */
export const weightAxes = (): { readonly x: ChartAxis; readonly y: ChartAxis } => ({
  x: { domain: [-3.2, 3.2], at: [-2, 0, 1, 2], name: m.rnn_memory_h_weight_axis(), words: inWords },
  y: { domain: [-2.4, 2.4], at: [-2, 0, 2], name: m.rnn_memory_x_weight_axis(), words: inWords },
});
