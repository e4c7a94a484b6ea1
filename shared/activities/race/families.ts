import type { Rng, Seed } from '../../rng';
import type { TrainingRequest } from '../../training/request';
import type { StepSamples } from '../activity';
import type { Config, Submission } from './config';
import type { Family, Part } from './family';
import { cnn } from './families/cnn';
import { linear } from './families/linear';
import { mlp } from './families/mlp';
import { rnn } from './families/rnn';
import { transformer } from './families/transformer';
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
  /** How good a result is, 0..1: its accuracy, or the share of an error that is gone. */
  readonly merit: (part: Part, value: number) => number;
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
  merit: (part, value) => family.merit?.(config, part, value) ?? value,
});

/** What stands behind a race on the server. Not for phones: it knows whole tables of data. */
export function familyOf(config: Config): BoundFamily {
  switch (config.family) {
    case 'mlp':
      return bound(mlp, config);
    case 'linear':
      return bound(linear, config);
    case 'cnn':
      return bound(cnn, config);
    case 'rnn':
      return bound(rnn, config);
    case 'transformer':
      return bound(transformer, config);
  }
}

export const examples = [
  ...mlp.examples,
  ...linear.examples,
  ...cnn.examples,
  ...rnn.examples,
  ...transformer.examples,
];
