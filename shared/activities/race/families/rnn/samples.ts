import type { Example } from '../../../activity';
import { costOf } from '../../check';
import { energyFactor } from '../../factors';
import type { Config, Submission } from './config';
import { good } from './good';

const race = {
  family: 'rnn',
  attempts: 5,
  freed: { optimiser: false, batch: false },
} as const;

export const co2: Config = {
  ...race,
  data: 'co2',
  samples: 345,
  energy: { max: 4_000_000, par: 600_000 },
  accuracy: { base: 0.72, top: 0.82 },
  limits: { state: 8, rate: [0.001, 10], epochs: [1, 1_500] },
};

export const temperatures: Config = {
  ...race,
  data: 'temperatures',
  samples: 716,
  energy: { max: 8_000_000, par: 280_000 },
  accuracy: { base: 0.03, top: 0.08 },
  limits: { state: 8, rate: [0.001, 10], epochs: [1, 500] },
};

const freed: Config = { ...co2, freed: { optimiser: true, batch: true } };

/** It remembers as well, and learns for longer than is needed. */
const patient: Submission = { ...good.co2, epochs: 100 };
const hasty: Submission = { family: 'rnn', state: 1, rate: 0.001, epochs: 1 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: co2, submission: good.co2, expect: 1 },
  { name: 'correct', config: temperatures, submission: good.temperatures, expect: 1 },
  { name: 'partial', config: co2, submission: patient, expect: energyFactor(co2, costOf(co2, patient)) },
  { name: 'wrong', config: co2, submission: hasty, expect: 0 },
  {
    name: 'wrong',
    config: freed,
    submission: { ...hasty, optimiser: 'sgd', batch: 50 },
    expect: 0,
  },
  { name: 'invalid', config: co2, submission: { ...good.co2, state: 9 }, expect: 'submission-invalid' },
  { name: 'invalid', config: co2, submission: { ...good.co2, kernels: 2 }, expect: 'submission-invalid' },
  { name: 'invalid', config: co2, submission: { ...good.co2, epochs: 1_501 }, expect: 'out-of-range' },
  { name: 'invalid', config: co2, submission: { ...good.co2, optimiser: 'sgd' }, expect: 'out-of-range' },
  {
    name: 'invalid',
    config: { ...co2, energy: { max: 1_000_000, par: 600_000 } },
    submission: patient,
    expect: 'over-energy',
  },
];
