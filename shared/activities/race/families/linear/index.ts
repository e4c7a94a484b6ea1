import { classLabelsOf } from '../../../../tables/own';
import { anyBatch, anyEpochs, anyRate } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf } from '../../plane/data';
import type { LinearView } from '../../view';
import type { Config, OwnConfig, Submission } from './config';
import { goodOf } from './good';
import { examples } from './samples';

function view(config: Config): LinearView {
  if (config.data === 'own') return ownView(config);
  const { noise: _noise, dataSeed: _dataSeed, share: _share, ...settings } = config;
  return { ...settings, visible: visibleOf(config) };
}

/** By name: neither the rows nor what does well leave the server. */
const ownView = (config: OwnConfig): LinearView => {
  const { family, data, samples, energy, accuracy, attempts, limits, freed } = config;
  return {
    ...{ family, data, samples, energy, accuracy, attempts, limits, freed },
    visible: visibleOf(config),
    labels: classLabelsOf(config),
  };
};

export const linear: Family<Config, Submission, LinearView> = {
  view,
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, secret, seeds) => ({
    family: 'linear',
    judges: judgesOf(config, secret),
    seeds,
    good: goodOf(config),
  }),
  good: goodOf,
  random: (config, source) => ({
    family: 'linear',
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(config.freed.batch && { batch: anyBatch(source) }),
  }),
  /** There is no larger network: it learns for as long as the energy lasts. */
  biggest: (config) => ({ ...goodOf(config), epochs: longest(config, goodOf(config)) }),
  examples,
};
