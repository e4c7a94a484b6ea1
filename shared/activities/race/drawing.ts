import type { Rng } from '../../rng';
import { optimisers } from '../../training/optimiser';
import { batches } from './terms';
import { ratesWithin } from './rates';
import type { Settings } from './config';

export const one = <T>(items: readonly T[], source: Rng): T => items[source.below(items.length)] as T;

export const between = (least: number, most: number, source: Rng): number =>
  least + source.below(most - least + 1);

export const anyRate = ({ limits }: Settings, source: Rng) => one(ratesWithin(limits.rate), source);

export const anyEpochs = ({ limits }: Settings, source: Rng) => between(...limits.epochs, source);

export const anyOptimiser = (source: Rng) => one(optimisers, source);

export const anyBatch = (source: Rng) => one(batches, source);
