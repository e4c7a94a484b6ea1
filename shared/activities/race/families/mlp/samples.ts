import type { Example } from '../../../activity';
import { costOf } from '../../check';
import { sprouts } from '../../plane/own-sample';
import type { Config, DataSet, KnownConfig, OwnConfig, Submission } from './config';
import { good } from './good';
import { energyFactor } from '../../factors';

const limits: Config['limits'] = { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 500] };

const raceOn = (data: DataSet, more: Partial<KnownConfig> = {}): KnownConfig => ({
  family: 'mlp',
  data,
  samples: 250,
  noise: 10,
  dataSeed: '5eed0000000000000000000000000001',
  energy: { max: 350_000, par: 130_000 },
  accuracy: { base: 0.75, top: 0.95 },
  attempts: 5,
  limits,
  freed: { activation: false, batch: false },
  ...more,
});

export const circle = raceOn('circle');
export const xor = raceOn('xor', { noise: 5 });
export const penguins = raceOn('penguins', {
  samples: 100,
  noise: 0,
  energy: { max: 100_000, par: 600 },
  accuracy: { base: 0.95, top: 0.99 },
});
export const moons = raceOn('moons', {
  energy: { max: 20_000_000, par: 130_000 },
  accuracy: { base: 0.88, top: 0.97 },
  limits: { ...limits, epochs: [1, 2_000] },
});
export const spiral = raceOn('spiral', {
  noise: 0,
  samples: 300,
  energy: { max: 30_000_000, par: 10_000_000 },
  accuracy: { base: 0.6, top: 0.83 },
});
/** A teacher's own table, whose classes no line tells apart. */
export const own: OwnConfig = {
  family: 'mlp',
  ...sprouts,
  energy: { max: 1_000_000, par: 400_000 },
  accuracy: { base: 0.8, top: 0.93 },
  attempts: 5,
  limits,
  freed: { activation: false, batch: false },
  good: { layers: [8], rate: 0.5, epochs: 100 },
};
const freed = raceOn('circle', { freed: { activation: true, batch: true } });

/** Accurate, but far over par. */
const dear: Submission = { layers: [8, 8], rate: 0.1, epochs: 11 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: circle, submission: good.circle, expect: 1 },
  {
    name: 'correct',
    config: { ...circle, runs: 4 },
    submission: good.circle,
    expect: 1,
    earlier: [{ version: 1, config: circle, submission: good.circle }],
  },
  { name: 'correct', config: xor, submission: good.xor, expect: 1 },
  { name: 'correct', config: penguins, submission: good.penguins, expect: 1 },
  { name: 'correct', config: moons, submission: good.moons, expect: 1 },
  { name: 'correct', config: spiral, submission: good.spiral, expect: 1 },
  { name: 'correct', config: own, submission: own.good, expect: 1 },
  { name: 'wrong', config: own, submission: { layers: [], rate: 0.5, epochs: 100 }, expect: 0 },
  {
    name: 'partial',
    config: circle,
    submission: dear,
    expect: energyFactor(circle, costOf(circle, dear)),
  },
  { name: 'wrong', config: circle, submission: { layers: [1], rate: 0.1, epochs: 50 }, expect: 0 },
  { name: 'wrong', config: xor, submission: { layers: [], rate: 0.1, epochs: 50 }, expect: 0 },
  {
    name: 'wrong',
    config: freed,
    submission: { layers: [8, 8], rate: 10, epochs: 5, activation: 'relu', batch: 1 },
    expect: 0,
  },
  {
    name: 'invalid',
    config: circle,
    submission: { layers: [9], rate: 0.1, epochs: 9 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: circle,
    submission: { layers: [4], rate: 0.11, epochs: 9 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: circle,
    submission: { layers: [4], rate: 0.1, epochs: 501 },
    expect: 'out-of-range',
  },
  {
    name: 'invalid',
    config: circle,
    submission: { layers: [4], rate: 0.1, epochs: 30, activation: 'relu' },
    expect: 'out-of-range',
  },
  {
    name: 'invalid',
    config: circle,
    submission: { layers: [8, 8, 8], rate: 0.1, epochs: 50 },
    expect: 'over-energy',
  },
];
