import type { Rng } from '../../../../rng';
import { anyBatch, anyEpochs, anyOptimiser, anyRate, between, one } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf } from '../../pictures/data';
import type { CnnView } from '../../view';
import { pools, windows, type Config, type Submission } from './config';
import { good } from './good';
import { examples } from './samples';

function random(config: Config, source: Rng): Submission {
  const { limits, freed } = config;
  return {
    family: 'cnn',
    kernels: between(0, limits.kernels, source),
    neurons: between(0, limits.neurons, source),
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(freed.pooling && { pool: one(pools, source), window: one(windows, source) }),
    ...(freed.optimiser && { optimiser: anyOptimiser(source) }),
    ...(freed.batch && { batch: anyBatch(source) }),
  };
}

/** All kernels and all neurons, for as long as the energy lasts. */
function biggest(config: Config): Submission {
  const { kernels, neurons } = config.limits;
  const large = { ...good[config.data], kernels, neurons };
  return { ...large, epochs: longest(config, large) };
}

export const cnn: Family<Config, Submission, CnnView> = {
  view: (config) => {
    const { dataSeed: _dataSeed, ...settings } = config;
    return { ...settings, visible: visibleOf(config) };
  },
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, secret, seeds) => ({
    family: 'cnn',
    judges: judgesOf(config, secret),
    seeds,
    good: good[config.data],
  }),
  good: ({ data }) => good[data],
  random,
  biggest,
  examples,
};
