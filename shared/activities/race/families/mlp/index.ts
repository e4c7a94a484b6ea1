import type { Rng } from '../../../../rng';
import { activations } from '../../../../training/request';
import { classLabelsOf } from '../../../../tables/own';
import { anyBatch, anyEpochs, anyRate, between, one } from '../../drawing';
import type { Family } from '../../family';
import { longest } from '../../longest';
import { judgesOf, partsOf, samplesOf, visibleOf } from '../../plane/data';
import type { MlpView } from '../../view';
import type { Config, OwnConfig, Submission } from './config';
import { goodOf } from './good';
import { examples } from './samples';

/** The order of the draws is kept: simulated classes are told by their seeds. */
function random(config: Config, source: Rng): Submission {
  const { limits, freed } = config;
  const layers = Array.from({ length: source.below(limits.layers + 1) }, () =>
    between(1, limits.neurons, source),
  );
  return {
    layers,
    rate: anyRate(config, source),
    epochs: anyEpochs(config, source),
    ...(freed.activation && { activation: one(activations, source) }),
    ...(freed.batch && { batch: anyBatch(source) }),
  };
}

/** The largest network, for as long as the energy lasts. */
function biggest(config: Config): Submission {
  const { limits } = config;
  const layers = Array.from({ length: limits.layers }, () => limits.neurons);
  const { rate } = goodOf(config);
  return { layers, rate, epochs: longest(config, { layers, rate, epochs: 1 }) };
}

function view(config: Config): MlpView {
  if (config.data === 'own') return ownView(config);
  const { noise: _noise, dataSeed: _dataSeed, share: _share, ...settings } = config;
  return { ...settings, visible: visibleOf(config) };
}

/** By name: neither the rows nor what does well leave the server. */
const ownView = (config: OwnConfig): MlpView => {
  const { family, data, samples, energy, accuracy, attempts, limits, freed } = config;
  return {
    ...{ family, data, samples, energy, accuracy, attempts, limits, freed },
    visible: visibleOf(config),
    labels: classLabelsOf(config),
  };
};

export const mlp: Family<Config, Submission, MlpView> = {
  view,
  parts: partsOf,
  samples: samplesOf,
  reveal: (config, secret, seeds) => ({
    family: 'mlp',
    judges: judgesOf(config, secret),
    seeds,
    good: goodOf(config),
  }),
  good: goodOf,
  random,
  biggest,
  examples,
};
