import { ratesWithin } from '../../rates';
import { startEpochs } from '../../start';
import type { Settings, Submission } from './config';

/** One neuron that hardly learns. */
export const startOf = ({ limits, freed }: Pick<Settings, 'limits' | 'freed'>): Submission => ({
  layers: limits.layers > 0 ? [1] : [],
  rate: ratesWithin(limits.rate)[0] ?? 0.001,
  epochs: startEpochs(limits.epochs),
  ...(freed.activation && { activation: 'tanh' as const }),
  ...(freed.batch && { batch: 10 as const }),
});
