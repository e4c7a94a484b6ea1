import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import type { CnnDesign, Convolution } from '#shared/training/cnn/design';
import { fits } from '#shared/training/cnn/shape';
import { networkOf } from '#shared/training/families';
import { runOf } from '#shared/training/run';
import { train } from '#shared/training/train';
import { trainer } from '#shared/training/trainer';
import { SEED } from '../../support/session';
import { expectGradient } from './differences';
import { costOf64 } from './float64';
import { cnnSums } from './float64-cnn';

const random = rng(SEED, 'pictures');
const PICTURES = 6;
const pictures = {
  x: Array.from({ length: 64 * PICTURES }, () => random.unit()),
  y: Array.from({ length: PICTURES }, (_, i) => i % 3),
};

const convolution = (
  kernels: number,
  pool: Convolution['pool'],
  window: Convolution['window'],
): Convolution => ({ kernels, pool, window });

const designOf = (convolutions: readonly Convolution[], changes: Partial<CnnDesign> = {}): CnnDesign => ({
  family: 'cnn',
  convolutions,
  layers: [],
  activation: 'tanh',
  output: { curve: 'softmax', classes: 3 },
  ...changes,
});

const recipeOf = (design: CnnDesign, seed = SEED) => ({
  ...design,
  train: pictures,
  rate: 0.1,
  batch: 2,
  seeds: [seed],
});

describe('a convolutional network', () => {
  test('of 4 kernels, the largest of each map and 4 classes has 60 parameters', () => {
    const design = designOf([convolution(4, 'max', 'all')], { output: { curve: 'softmax', classes: 4 } });
    expect(networkOf(design, 64).parameterCount).toBe(60);
  });

  test('says the largest of what its kernel sees', () => {
    const design = designOf([convolution(1, 'max', 'all')], { output: { curve: 'linear' } });
    const network = networkOf(design, 64);
    const cross = [0, 1, 0, 1, 1, 1, 0, 1, 0];
    const weights = Float32Array.from([...cross, -2, 10, 0.5]);
    const picture = new Float32Array(64);
    for (const lit of [8 * 4 + 5, 8 * 4 + 6, 8 * 4 + 7, 8 * 3 + 6]) picture[lit] = 1;
    network.forward(weights, picture, 0);
    expect([...network.z]).toEqual([10 * (4 - 2) + 0.5]);
  });

  test('of equal largest ones the first is learnt from, whatever the others saw', () => {
    const design = designOf([convolution(1, 'max', 'all')], { output: { curve: 'linear' } });
    const network = networkOf(design, 64);
    // The kernel sees only the middle of its patch; both bright pixels give it the same.
    const weights = Float32Array.from([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]);
    const picture = new Float32Array(64);
    picture[8 * 1 + 2] = 1;
    picture[8 * 5 + 5] = 1;
    picture[8 * 5 + 6] = 0.5;
    network.forward(weights, picture, 0);
    network.deltas[0] = 1;
    const gradient = new Float32Array(network.parameterCount);
    network.backward(weights, gradient);
    expect([...gradient.slice(0, 10)]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });

  test('refuses what is no picture, and convolutions that leave nothing of it', () => {
    const twice = designOf([convolution(2, 'max', 'all'), convolution(2, 'max', 1)]);
    expect(() => networkOf(twice, 64)).toThrow(RangeError);
    expect(() => networkOf(designOf([]), 64)).toThrow(RangeError);
    expect(() => networkOf(designOf([convolution(2, 'max', 2)]), 63)).toThrow(RangeError);
    expect(fits(twice.convolutions)).toBe(false);
    expect(fits([convolution(2, 'max', 2), convolution(2, 'max', 1)])).toBe(true);
    expect(fits([convolution(2, 'max', 2), convolution(2, 'max', 2)])).toBe(false);
    expect(fits([convolution(2, 'mean', 1), convolution(2, 'mean', 2)])).toBe(true);
  });
});

describe('a convolutional network that learns too fast', () => {
  test('diverges or falls silent politely: a chance for each class, and nothing in the result that is not finite', () => {
    const design = designOf([convolution(3, 'mean', 2), convolution(2, 'max', 1)]);
    const seeds = Array.from({ length: 8 }, (_, i) => derive(SEED, `fast ${i}`));
    const asked = { ...recipeOf(design), rate: 1e30, seeds, open: pictures, hidden: pictures, epochs: 20 };
    const result = train(asked);
    expect(result.diverged).toBeGreaterThan(0);
    expect(result.hidden).toBeCloseTo(1 / 3);
    expect([...result.weights, ...result.losses.flat()].every(Number.isFinite)).toBe(true);
  });
});

const designs: readonly (readonly [string, CnnDesign])[] = [
  ['one convolution, the largest of all', designOf([convolution(4, 'max', 'all')])],
  ['one convolution, the mean of all', designOf([convolution(3, 'mean', 'all')])],
  ['one convolution, windows of 2, a hidden layer', designOf([convolution(2, 'max', 2)], { layers: [5] })],
  ['one convolution without pooling', designOf([convolution(1, 'max', 1)], { output: { curve: 'linear' } })],
  [
    'two convolutions, 8 -> 6 -> 3 -> 1',
    designOf([convolution(3, 'max', 2), convolution(2, 'mean', 1)], { layers: [3], activation: 'relu' }),
  ],
  [
    'two convolutions, 8 -> 6 -> 4 -> 2',
    designOf([convolution(2, 'mean', 1), convolution(3, 'max', 2)], { layers: [4, 3] }),
  ],
  [
    'two convolutions of means with windows of 2 and of all',
    designOf([convolution(2, 'mean', 2), convolution(2, 'mean', 'all')], { output: { curve: 'sigmoid' } }),
  ],
];

describe('the gradient of a convolutional network', () => {
  test.each(designs)('agrees with finite differences of 64 bits: %s', (name, design) => {
    for (let sample = 0; sample < PICTURES; sample++) {
      const run = runOf(
        recipeOf(design, derive(SEED, `${name} ${sample}`)),
        derive(SEED, `${name} ${sample}`),
      );
      const picture = Array.from(run.x.slice(64 * sample, 64 * sample + 64));
      const answer = design.output.curve === 'sigmoid' ? sample % 2 : (pictures.y[sample] as number);
      run.y[sample] = answer;
      expectGradient(run, sample, (parameters) =>
        costOf64(design.output, cnnSums(design, parameters, picture), answer),
      );
    }
  });

  test.each(designs)('something of every kind of parameter moves: %s', (_name, design) => {
    const own = trainer(recipeOf(design), 0);
    const start = Array.from(own.weights);
    own.tick(3);
    const { groups } = networkOf(design, 64);
    for (const { first, count } of groups) {
      const moved = start.slice(first, first + count).some((w, i) => w !== own.weights[first + i]);
      expect(moved).toBe(true);
    }
  });
});
