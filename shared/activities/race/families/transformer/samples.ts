import type { Example } from '../../../activity';
import { costOf } from '../../check';
import { energyFactor } from '../../factors';
import type { Config, Submission } from './config';
import { good } from './good';

export const tokens: Config = {
  family: 'transformer',
  data: 'tokens',
  dataSeed: '5eed0000000000000000000000000004',
  samples: 500,
  energy: { max: 40_000_000, par: 4_000_000 },
  accuracy: { base: 0.3, top: 0.95 },
  attempts: 5,
  limits: { width: 16, rate: [0.001, 10], epochs: [1, 100] },
  freed: { heads: false, optimiser: false, batch: false },
};

const freed: Config = { ...tokens, freed: { heads: true, optimiser: true, batch: true } };

/** It finds the digit as well, with more numbers for each token than are needed. */
const wide: Submission = { ...good.tokens, width: 16 };
const narrow: Submission = { family: 'transformer', width: 4, rate: 0.001, epochs: 5 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: tokens, submission: good.tokens, expect: 1 },
  { name: 'partial', config: tokens, submission: wide, expect: energyFactor(tokens, costOf(tokens, wide)) },
  { name: 'wrong', config: tokens, submission: narrow, expect: 0 },
  {
    name: 'wrong',
    config: freed,
    submission: { ...narrow, heads: 4, optimiser: 'sgd', batch: 50 },
    expect: 0,
  },
  {
    name: 'invalid',
    config: tokens,
    submission: { ...good.tokens, width: 6 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: tokens,
    submission: { layers: [4], rate: 0.1, epochs: 9 },
    expect: 'submission-invalid',
  },
  { name: 'invalid', config: tokens, submission: { ...good.tokens, epochs: 101 }, expect: 'out-of-range' },
  { name: 'invalid', config: tokens, submission: { ...good.tokens, heads: 2 }, expect: 'out-of-range' },
  { name: 'invalid', config: tokens, submission: { ...wide, epochs: 50 }, expect: 'over-energy' },
];
