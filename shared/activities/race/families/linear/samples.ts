import type { Example } from '../../../activity';
import { costOf } from '../../check';
import { energyFactor } from '../../factors';
import { own as table } from '../../../separating-line/own-sample';
import type { Config, DataSet, KnownConfig, OwnConfig, Submission } from './config';
import { good } from './good';

const limits: Config['limits'] = { rate: [0.001, 10], epochs: [1, 1_000] };

const raceOn = (data: DataSet, more: Partial<KnownConfig> = {}): KnownConfig => ({
  family: 'linear',
  data,
  samples: 250,
  noise: 10,
  dataSeed: '5eed0000000000000000000000000002',
  energy: { max: 750_000, par: 1_500 },
  accuracy: { base: 0.8, top: 0.855 },
  attempts: 5,
  limits,
  freed: { batch: false },
  ...more,
});

export const moons = raceOn('moons');
export const penguins = raceOn('penguins', {
  samples: 100,
  noise: 0,
  energy: { max: 300_000, par: 600 },
  accuracy: { base: 0.95, top: 0.985 },
});
const { visible: _visible, ...leaves } = table;
/** A teacher's own table, the leaves of `separating-line`. */
export const own: OwnConfig = {
  family: 'linear',
  ...leaves,
  samples: 60,
  energy: { max: 150_000, par: 400 },
  accuracy: { base: 0.8, top: 0.98 },
  attempts: 5,
  limits,
  freed: { batch: false },
  good: { family: 'linear', rate: 0.5, epochs: 2 },
};
/** The same with another step on the same leaves beside it. */
export const ownShared: OwnConfig = { ...own, share: [50, 100] };
const freed = raceOn('moons', { freed: { batch: true } });

/** Accurate, but it learns for far longer than is needed. */
const patient: Submission = { family: 'linear', rate: 0.5, epochs: 40 };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: moons, submission: good.moons, expect: 1 },
  { name: 'correct', config: penguins, submission: good.penguins, expect: 1 },
  { name: 'correct', config: own, submission: own.good, expect: 1 },
  { name: 'correct', config: ownShared, submission: own.good, expect: 1 },
  { name: 'wrong', config: own, submission: { family: 'linear', rate: 0.001, epochs: 10 }, expect: 0 },
  {
    name: 'partial',
    config: moons,
    submission: patient,
    expect: energyFactor(moons, costOf(moons, patient)),
  },
  { name: 'wrong', config: moons, submission: { family: 'linear', rate: 0.001, epochs: 10 }, expect: 0 },
  {
    name: 'wrong',
    config: freed,
    submission: { family: 'linear', rate: 0.001, epochs: 10, batch: 50 },
    expect: 0,
  },
  {
    name: 'invalid',
    config: moons,
    submission: { family: 'linear', rate: 0.11, epochs: 9 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: moons,
    submission: { layers: [4], rate: 0.1, epochs: 9 },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config: moons,
    submission: { family: 'linear', rate: 0.1, epochs: 1_001 },
    expect: 'out-of-range',
  },
  {
    name: 'invalid',
    config: moons,
    submission: { family: 'linear', rate: 0.1, epochs: 30, batch: 1 },
    expect: 'out-of-range',
  },
  {
    name: 'invalid',
    config: raceOn('moons', { energy: { max: 30_000, par: 1_500 } }),
    submission: { family: 'linear', rate: 0.1, epochs: 50 },
    expect: 'over-energy',
  },
];
