import { derive, type Seed } from '../../rng';
import type { TrainingRequest } from '../../training/request';
import type { Config, Settings, Submission } from './config';
import { familyOf } from './families';
import { rulesOf } from './rules';

/** Runs of each configuration: the score is their median. */
const RUNS = 8;

/** The seeds of a step's runs: fixed, so that the same configuration again gains nothing. */
export const seedsOf = ({ runs }: Settings, secret: Seed): Seed[] =>
  Array.from({ length: runs ?? RUNS }, (_, i) => derive(secret, `race/run/${i}`));

type Parts = Pick<TrainingRequest, 'train' | 'open' | 'hidden'>;

/** A whole class is trained on the same data. */
const drawn = new WeakMap<Config, { readonly secret: Seed; readonly parts: Parts }>();

function partsOf(config: Config, secret: Seed): Parts {
  const known = drawn.get(config);
  if (known?.secret === secret) return known.parts;
  const parts = familyOf(config).parts(secret);
  drawn.set(config, { secret, parts });
  return parts;
}

/** What the server trains: on the visible data, judged on a public sample and on private data. */
export const job = (config: Config, submission: Submission, secret: Seed): TrainingRequest => ({
  ...rulesOf(config).choice(submission),
  ...partsOf(config, secret),
  seeds: seedsOf(config, secret),
});
