import { rng, type Seed } from '#shared/rng';
import type { Design, Learning, Recipe } from '#shared/training/request';
import { bars, INSIDE } from '#shared/training/sets/bars';

const SEED: Seed = '600d600d600d600d600d600d600d600d';
const output = { curve: 'softmax', classes: 4 } as const;

export const goldenBars = () => bars(203, rng(SEED, 'bars'), INSIDE);

const plain = (): Learning => ({ train: goldenBars(), rate: 0.03, batch: 7, seeds: [SEED] });

const designs = {
  one: {
    family: 'cnn',
    convolutions: [{ kernels: 4, pool: 'max', window: 'all' }],
    layers: [],
    activation: 'relu',
    output,
  },
  wide: {
    family: 'cnn',
    convolutions: [{ kernels: 5, pool: 'mean', window: 2 }],
    layers: [6],
    activation: 'tanh',
    output,
  },
  two: {
    family: 'cnn',
    convolutions: [
      { kernels: 3, pool: 'mean', window: 1 },
      { kernels: 5, pool: 'max', window: 2 },
    ],
    layers: [6],
    activation: 'tanh',
    output,
  },
  linear: { family: 'linear', output },
  mlp: { family: 'mlp', layers: [9, 5], activation: 'relu', output },
} as const satisfies Record<string, Design>;

/** Networks on pictures, with every optimiser and both penalties; a batch that does not divide the samples. */
export const pictureRecipes = (): Readonly<Record<string, Recipe>> => ({
  'bars, one convolution, adam': { ...plain(), ...designs.one, optimiser: 'adam' },
  'bars, one convolution of means, sgd, uniform': { ...plain(), ...designs.wide, initialiser: 'uniform' },
  'bars, two convolutions, momentum': { ...plain(), ...designs.two, optimiser: 'momentum' },
  'bars, linear, sgd, l1 and l2': { ...plain(), ...designs.linear, l1: 0.01, l2: 0.02 },
  'bars, 64-9-5-4, adam, l1 and l2': { ...plain(), ...designs.mlp, optimiser: 'adam', l1: 0.001, l2: 0.002 },
  'bars, least squares': { ...plain(), family: 'linear', solve: 'closed', l2: 0.01 },
});
