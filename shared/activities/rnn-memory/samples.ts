import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { LENGTHS, type Config, type Submission } from './config';
import { LATCH } from './grade';
import { LIMITS } from './neuron';
import { startAt, UNTOUCHED } from './start';

const config: Config = { lengths: [...LENGTHS] };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: LATCH, expect: 1 },
  { name: 'correct', config, submission: { h: 30, x: 1, b: 0 }, expect: 1 },
  // These with the secret seed of the contract; with another one they are worth a little more or less.
  { name: 'partial', config, submission: { h: 15, x: 3, b: 0 }, expect: 0.66 },
  { name: 'wrong', config, submission: { h: 10, x: 10, b: 0 }, expect: 0.037192982456140354 },
  { name: 'wrong', config, submission: UNTOUCHED, expect: 0.001403508771929825 },
  { name: 'wrong', config, submission: { h: 25, x: -3, b: 0 }, expect: 0 },
  { name: 'wrong', config, submission: { h: 0, x: 0, b: 0 }, expect: 0 },
  { name: 'invalid', config, submission: { h: 31, x: 3, b: 0 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { h: 25, x: 3, b: -11 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { h: 2.5, x: 3, b: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { h: 25, x: 3 }, expect: 'submission-invalid' },
];

const within = (limit: number, random: Rng): number => random.below(2 * limit + 1) - limit;

export const bots = {
  /** All three sliders anywhere. */
  random: (_config: Config, random: Rng): Submission => ({
    h: within(LIMITS.h, random),
    x: within(LIMITS.x, random),
    b: within(LIMITS.b, random),
  }),
  /** Leaves the sliders where they start. */
  constant: (_config: Config, _random: Rng, seat: Seed): Submission => startAt(seat),
  /** Finds that w_h has to be large, and leaves the rest. */
  givesUp: (_config: Config, _random: Rng, seat: Seed): Submission => ({ ...startAt(seat), h: LATCH.h }),
};

/** One of those that hold whatever comes: w_h from 2.4 on, w_x up to 0.4. */
export const knows = (_config: Config, random: Rng): Submission => ({
  h: LIMITS.h - random.below(7),
  x: 1 + random.below(4),
  b: 0,
});
