import type { Rng } from '../../rng';
import { check } from './check';
import type { Config, Submission } from './config';
import { familyOf } from './families';
import { rulesOf } from './rules';

/** Whoever finds no allowed configuration in so many tries leaves the controls alone. */
const TRIES = 200;

const constant = (config: Config): Submission => rulesOf(config).start();

/** Turns every control at random until the energy is enough, as somebody does who does not look at the picture. */
function random(config: Config, source: Rng): Submission {
  const family = familyOf(config);
  for (let i = 0; i < TRIES; i++) {
    const submission = family.random(source);
    if (check(config, submission).ok) return submission;
  }
  return constant(config);
}

/** All that the energy pays for, with a learning rate that does well: luck and size in place of an idea. */
export const biggest = (config: Config): Submission => familyOf(config).biggest();

/** What each simulated student sends. */
export const bots = {
  random,
  constant,
  /** Whoever tries nothing to its end leaves the controls as they were. */
  givesUp: constant,
};

export const knows = (config: Config): Submission => familyOf(config).good();
