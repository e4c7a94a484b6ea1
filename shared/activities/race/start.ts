import type { Config, Submission } from './config';
import { ratesWithin } from './rates';

/** Epochs when the controls are untouched. */
const EPOCHS = 10;

/** Where the controls stand at first: one neuron that hardly learns, and that the energy pays for. */
export function startOf({ limits, freed }: Pick<Config, 'limits' | 'freed'>): Submission {
  const [least, most] = limits.epochs;
  return {
    layers: limits.layers > 0 ? [1] : [],
    rate: ratesWithin(limits.rate)[0] ?? 0.001,
    epochs: Math.max(least, Math.min(most, EPOCHS)),
    ...(freed.activation && { activation: 'tanh' as const }),
    ...(freed.batch && { batch: 10 as const }),
  };
}
