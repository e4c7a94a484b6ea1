import type { Rng } from '../../../../rng';
import { anyBatch, anyEpochs, anyOptimiser, anyRate, one } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf } from '../../tokens/data';
import type { TransformerView } from '../../view';
import { heads, type Config, type Submission } from './config';
import { good } from './good';
import { widthsWithin } from './rules';
import { examples } from './samples';

function random(config: Config, source: Rng): Submission {
  const { freed } = config;
  const width = one(widthsWithin(config), source);
  return {
    family: 'transformer',
    width,
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(freed.heads && { heads: one(heads, source) }),
    ...(freed.optimiser && { optimiser: anyOptimiser(source) }),
    ...(freed.batch && { batch: anyBatch(source) }),
  };
}

/** The widest vectors, for as long as the energy lasts. */
function biggest(config: Config): Submission {
  const large = { ...good[config.data], width: config.limits.width };
  return { ...large, epochs: longest(config, large) };
}

export const transformer: Family<Config, Submission, TransformerView> = {
  view: (config) => {
    const { dataSeed: _dataSeed, ...settings } = config;
    return { ...settings, visible: visibleOf(config) };
  },
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, secret, seeds) => ({
    family: 'transformer',
    judges: judgesOf(config, secret),
    seeds,
    good: good[config.data],
  }),
  good: ({ data }) => good[data],
  random,
  biggest,
  examples,
};
