import type { Example } from '../../../activity';
import { costOf } from '../../check';
import { energyFactor } from '../../factors';
import type { Config, Submission } from './config';
import { good } from './good';

const race = {
  family: 'cnn',
  dataSeed: '5eed0000000000000000000000000003',
  attempts: 5,
  freed: { pooling: false, optimiser: false, batch: false },
} as const;

export const bars: Config = {
  ...race,
  data: 'bars',
  samples: 200,
  energy: { max: 20_000_000, par: 250_000 },
  accuracy: { base: 0.7, top: 0.95 },
  limits: { kernels: 8, neurons: 32, rate: [0.001, 10], epochs: [1, 500] },
  pooling: { pool: 'max', window: 'all' },
};

export const digits: Config = {
  ...race,
  data: 'digits',
  samples: 400,
  energy: { max: 20_000_000, par: 2_500_000 },
  accuracy: { base: 0.8, top: 0.92 },
  limits: { kernels: 8, neurons: 32, rate: [0.001, 1], epochs: [1, 500] },
  pooling: { pool: 'max', window: 2 },
};

const freed: Config = { ...bars, freed: { pooling: true, optimiser: true, batch: true } };

/** Dense neurons that have to learn each bar at each place. */
const dense: Submission = { family: 'cnn', kernels: 0, neurons: 32, rate: 0.001, epochs: 1 };
/** Accurate, but it learns for longer than is needed. */
const patient: Submission = { ...good.bars, epochs: 100 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: bars, submission: good.bars, expect: 1 },
  { name: 'correct', config: digits, submission: good.digits, expect: 1 },
  { name: 'partial', config: bars, submission: patient, expect: energyFactor(bars, costOf(bars, patient)) },
  { name: 'wrong', config: bars, submission: dense, expect: 0 },
  {
    name: 'wrong',
    config: freed,
    submission: {
      ...{ ...good.bars, rate: 0.001, epochs: 1 },
      ...{ pool: 'mean', window: 1, optimiser: 'sgd', batch: 50 },
    },
    expect: 0,
  },
  {
    name: 'invalid',
    config: bars,
    submission: { ...good.bars, kernels: 9 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: bars,
    submission: { layers: [4], rate: 0.1, epochs: 9 },
    expect: 'submission-invalid',
  },
  { name: 'invalid', config: bars, submission: { ...good.bars, epochs: 501 }, expect: 'out-of-range' },
  { name: 'invalid', config: bars, submission: { ...good.bars, window: 2 }, expect: 'out-of-range' },
  { name: 'invalid', config: bars, submission: { ...dense, epochs: 50 }, expect: 'over-energy' },
];
