import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { bestFor, halfWay, shapeAlone } from './best';
import { RANGE, UNPAINTED, weights, type Config, type Submission } from './config';
import { directionFor } from './shapes';

/** One direction for everybody, so that an example has one right answer. */
const config: Config = { data: 'bars', direction: 'horizontal' };
const rising: Config = { data: 'bars', direction: 'rising' };
/** As a class plays it. */
const own: Config = { data: 'bars' };

const best = bestFor('horizontal');

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: best, expect: 1 },
  { name: 'correct', config: rising, submission: bestFor('rising'), expect: 1 },
  // With the secret seed of the contract; with another one it is worth a little more or less.
  { name: 'partial', config, submission: shapeAlone('horizontal'), expect: 0.4291666666666668 },
  { name: 'wrong', config, submission: UNPAINTED, expect: 0 },
  { name: 'wrong', config, submission: halfWay('horizontal'), expect: 0 },
  { name: 'wrong', config: rising, submission: best, expect: 0 },
  { name: 'wrong', config: own, submission: UNPAINTED, expect: 0 },
  { name: 'invalid', config, submission: { ...best, threshold: 7 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, threshold: -1 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, threshold: 2.5 }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { cells: [1, 1, 1], threshold: 2 }, expect: 'submission-invalid' },
  {
    name: 'invalid',
    config,
    submission: { ...best, cells: best.cells.map((cell) => 2 * cell) },
    expect: 'submission-invalid',
  },
];

export const bots = {
  random: (_config: Config, random: Rng): Submission => ({
    cells: UNPAINTED.cells.map(() => weights[random.below(weights.length)] ?? 0),
    threshold: RANGE.least + random.below(RANGE.most - RANGE.least + 1),
  }),
  /** Paints nothing. */
  constant: (): Submission => UNPAINTED,
  /** Paints the kernel and leaves the threshold. */
  givesUp: (given: Config, _random: Rng, seat: Seed): Submission => halfWay(directionFor(given, seat)),
};

export const knows = (given: Config, _random: Rng, seat: Seed): Submission =>
  bestFor(directionFor(given, seat));
