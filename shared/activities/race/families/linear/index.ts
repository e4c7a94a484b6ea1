import { anyBatch, anyEpochs, anyRate } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf } from '../../plane/data';
import type { LinearView } from '../../view';
import type { Config, Submission } from './config';
import { good } from './good';
import { examples } from './samples';

export const linear: Family<Config, Submission, LinearView> = {
  view: (config) => {
    const { noise: _noise, dataSeed: _dataSeed, share: _share, ...settings } = config;
    return { ...settings, visible: visibleOf(config) };
  },
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, secret, seeds) => ({
    family: 'linear',
    judges: judgesOf(config, secret),
    seeds,
    good: good[config.data],
  }),
  good: ({ data }) => good[data],
  random: (config, source) => ({
    family: 'linear',
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(config.freed.batch && { batch: anyBatch(source) }),
  }),
  /** There is no larger network: it learns for as long as the energy lasts. */
  biggest: (config) => ({ ...good[config.data], epochs: longest(config, good[config.data]) }),
  examples,
};
