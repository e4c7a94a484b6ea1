import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';
import { levelled, RANGE, UNTOUCHED } from './rate';
import { steepnessOf } from './steepness';
import { reveal } from './view';

/** One valley for everybody, so that an example has one right answer. */
const config: Config = { kappa: 10, steps: 20, steepness: 0 };
const steep: Config = { ...config, steepness: 4 };
/** As a class plays it. */
const own: Config = { kappa: 10, steps: 20 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: { exponent: -37 }, expect: 1 },
  { name: 'correct', config: steep, submission: { exponent: -57 }, expect: 1 },
  // With the secret seed of the contract; with another one it is worth a little more or less.
  { name: 'partial', config, submission: { exponent: -52 }, expect: 0.4946550705283563 },
  { name: 'wrong', config, submission: UNTOUCHED, expect: 0 },
  { name: 'wrong', config, submission: { exponent: -34 }, expect: 0 },
  { name: 'wrong', config: own, submission: UNTOUCHED, expect: 0 },
  { name: 'wrong', config: steep, submission: { exponent: -37 }, expect: 0 },
  { name: 'invalid', config, submission: { exponent: 1 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { exponent: -151 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { exponent: -36.5 }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { rate: 0.1 }, expect: 'submission-invalid' },
];

export const bots = {
  random: (_config: Config, random: Rng): Submission => ({
    exponent: RANGE.least + random.below(RANGE.most - RANGE.least + 1),
  }),
  /** Leaves the slider where it starts. */
  constant: (): Submission => UNTOUCHED,
};

export const knows = (given: Config, _random: Rng, seat: Seed): Submission => ({
  exponent: reveal(given).best - levelled(0, steepnessOf(given, seat)),
});
