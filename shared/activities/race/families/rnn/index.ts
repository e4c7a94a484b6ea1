import type { Rng } from '../../../../rng';
import { anyBatch, anyEpochs, anyOptimiser, anyRate, between } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf, meritOf } from '../../series/data';
import type { RnnView } from '../../view';
import { type Config, type Submission } from './config';
import { good } from './good';
import { examples } from './samples';

function random(config: Config, source: Rng): Submission {
  const { limits, freed } = config;
  return {
    family: 'rnn',
    state: between(1, limits.state, source),
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(freed.optimiser && { optimiser: anyOptimiser(source) }),
    ...(freed.batch && { batch: anyBatch(source) }),
  };
}

/** All that can be kept in mind, for as long as the energy lasts. */
function biggest(config: Config): Submission {
  const large = { ...good[config.data], state: config.limits.state };
  return { ...large, epochs: longest(config, large) };
}

export const rnn: Family<Config, Submission, RnnView> = {
  view: (config) => ({ ...config, visible: visibleOf(config) }),
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, _secret, seeds) => ({
    family: 'rnn',
    judges: judgesOf(config),
    seeds,
    good: good[config.data],
  }),
  good: ({ data }) => good[data],
  random,
  biggest,
  merit: ({ data }, part, value) => meritOf(data, part, value),
  examples,
};
