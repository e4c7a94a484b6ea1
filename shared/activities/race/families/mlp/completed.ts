import { DEFAULT_BATCH } from '../../terms';
import type { Submission } from './config';

/** A configuration with what its step does not free filled in. */
export const completed = ({ layers, rate, epochs, activation, batch }: Submission) => ({
  layers,
  rate,
  epochs,
  activation: activation ?? ('tanh' as const),
  batch: batch ?? DEFAULT_BATCH,
});
