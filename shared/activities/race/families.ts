import type { Rng, Seed } from '../../rng';
import type { TrainingRequest } from '../../training/request';
import type { StepSamples } from '../activity';
import type { Config, Submission } from './config';
import type { Family } from './family';
import { linear } from './families/linear';
import { mlp } from './families/mlp';
import type { Reveal, View } from './view';

/** A family with a step's configuration, its types forgotten. */
export interface BoundFamily {
  readonly view: () => View;
  readonly parts: (secret: Seed) => Pick<TrainingRequest, 'train' | 'open' | 'hidden'>;
  readonly samples: () => StepSamples;
  readonly reveal: (secret: Seed, seeds: readonly Seed[]) => Reveal;
  readonly good: () => Submission;
  readonly random: (source: Rng) => Submission;
  readonly biggest: () => Submission;
}

const bound = <Of extends Config, Own extends Submission>(
  family: Family<Of, Own, View>,
  config: Of,
): BoundFamily => ({
  view: () => family.view(config),
  parts: (secret) => family.parts(config, secret),
  samples: () => family.samples(config),
  reveal: (secret, seeds) => family.reveal(config, secret, seeds),
  good: () => family.good(config),
  random: (source) => family.random(config, source),
  biggest: () => family.biggest(config),
});

/** What stands behind a race on the server. Not for phones: it knows whole tables of data. */
export function familyOf(config: Config): BoundFamily {
  switch (config.family) {
    case 'mlp':
      return bound(mlp, config);
    case 'linear':
      return bound(linear, config);
  }
}

export const examples = [...mlp.examples, ...linear.examples];
