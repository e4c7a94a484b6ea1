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
  domain: [-1.1, 1.1],
  at: [-1, 0, 1],
  name: m.rnn_memory_h_axis(),
  words: inWords,
});

export const apartAxis = (): ChartAxis => ({
  domain: [-2.1, 2.1],
  at: [-2, 0, 2],
  name: m.rnn_memory_gap_axis(),
  words: inWords,
});
