import { describe, expect, test } from 'vitest';
import { rng } from '#shared/rng';
import { costOf, decide, outputsOf, type Output } from '#shared/training/output';
import { optimisers } from '#shared/training/optimiser';
import { runOf } from '#shared/training/run';
import { trainer } from '#shared/training/trainer';
import { SEED } from '../../support/session';
import { expectGradient } from './differences';
import { meanCost, trained64, type MlpRecipe } from './float64-learning';

const random = rng(SEED, 'learning');
const SAMPLES = 14;
const x = Array.from({ length: 2 * SAMPLES }, () => Math.fround(4 * random.unit() - 2));

const outputs: readonly (readonly [string, Output])[] = [
  ['sigmoid with cross-entropy', { curve: 'sigmoid' }],
  ['sigmoid with squared error', { curve: 'sigmoid', loss: 'squared' }],
  ['tanh', { curve: 'tanh' }],
  ['softmax over 2 classes', { curve: 'softmax', classes: 2 }],
  ['softmax over 4 classes', { curve: 'softmax', classes: 4 }],
  ['linear', { curve: 'linear' }],
];

const answers = (output: Output) =>
  Array.from({ length: SAMPLES }, (_, i) => {
    if (output.curve === 'linear') return Math.fround((x[2 * i] as number) * (x[2 * i + 1] as number));
    return i % Math.max(2, outputsOf(output));
  });

const recipeOf = (output: Output, changes: Partial<MlpRecipe> = {}): MlpRecipe => ({
  family: 'mlp',
  layers: [3],
  activation: 'tanh',
  output,
  train: { x, y: answers(output) },
  rate: 0.1,
  batch: 4,
  seeds: [SEED],
  ...changes,
});

/** How far the parameters after 8 epochs (32 steps) are from those in 64 bits, and how far they came. */
function compared(recipe: MlpRecipe) {
  const own = trainer(recipe, 0);
  const start = Array.from(own.weights);
  own.tick(8);
  const right = trained64(recipe, start, 8);
  const apart = right.map((w, i) => Math.abs(w - (own.weights[i] as number)));
  const moved = right.map((w, i) => Math.abs(w - (start[i] as number)));
  return { apart: Math.max(...apart), moved: Math.max(...moved) };
}

describe('the gradient of a network', () => {
  test.each(outputs)('that ends in %s agrees with finite differences of 64 bits', (_name, output) => {
    for (let sample = 0; sample < SAMPLES; sample++) {
      const recipe = recipeOf(output, { layers: [4, 3] });
      expectGradient(runOf(recipe, SEED), sample, (parameters) => meanCost(recipe, parameters, [sample]));
    }
  });
});

describe('from the same weights over the same samples as in 64 bits', () => {
  test.each(outputs)('%s ends with the same parameters', (_name, output) => {
    const { apart, moved } = compared(recipeOf(output));
    expect(apart).toBeLessThan(1e-5);
    expect(moved).toBeGreaterThan(0.05);
  });

  const penalties = [
    ['without penalty', {}],
    ['with l2', { l2: 0.1 }],
    ['with l1', { l1: 0.1 }],
    ['with both', { l1: 0.05, l2: 0.05 }],
  ] as const;

  for (const optimiser of optimisers) {
    test.each(penalties)(`${optimiser} %s ends with the same parameters`, (_name, penalty) => {
      const { apart, moved } = compared(
        recipeOf({ curve: 'softmax', classes: 4 }, { optimiser, ...penalty, rate: 0.05 }),
      );
      expect(apart).toBeLessThan(1e-5);
      expect(moved).toBeGreaterThan(0.05);
    });
  }
});

describe('penalties', () => {
  const longRun = (changes: Partial<MlpRecipe>) => {
    const run = trainer(recipeOf({ curve: 'tanh' }, changes), 0);
    run.tick(300);
    return run.weights;
  };
  const weights = (parameters: Float32Array) => [...parameters.slice(0, 6), ...parameters.slice(9, 12)];
  const squares = (parameters: Float32Array) => weights(parameters).reduce((sum, w) => sum + w * w, 0);

  test('l2 makes weights smaller', () => {
    expect(squares(longRun({ l2: 0.05 }))).toBeLessThan(0.5 * squares(longRun({})));
  });

  test('l1 makes some weights exactly 0, and none without it', () => {
    expect(weights(longRun({})).filter((w) => w === 0)).toEqual([]);
    expect(weights(longRun({ l1: 0.02 })).filter((w) => w === 0).length).toBeGreaterThan(0);
  });

  test('too strong ones leave the biases alone', () => {
    const left = longRun({ l1: 100 });
    expect(weights(left).every((w) => w === 0)).toBe(true);
    expect(left.at(-1)).not.toBe(0);
  });
});

describe('weights that all begin at 0', () => {
  test.each(['tanh', 'relu', 'sigmoid'] as const)(
    'keep %s neurons of a layer alike for ever',
    (activation) => {
      const run = trainer(recipeOf({ curve: 'sigmoid' }, { initialiser: 'zero', activation }), 0);
      run.tick(200);
      const [a, b, c] = [0, 1, 2].map((i) => [
        ...run.weights.slice(2 * i, 2 * i + 2),
        run.weights[6 + i],
        run.weights[9 + i],
      ]);
      expect(b).toEqual(a);
      expect(c).toEqual(a);
      // A sigmoid of 0 is 1/2, so those neurons learn something, though all the same; the others have no slope to go by.
      expect(a?.some((w) => w !== 0)).toBe(activation === 'sigmoid');
      expect(run.weights.at(-1)).not.toBe(0);
    },
  );
});

describe('a cost', () => {
  test.each(outputs)('of %s stays finite however sure a wrong answer is', (_name, output) => {
    for (const huge of [1e4, -1e4]) {
      const z = new Float32Array(outputsOf(output)).fill(-huge);
      z[0] = huge;
      const deltas = new Float32Array(z.length);
      for (const y of [0, 1]) expect(Number.isFinite(costOf(output)(z, y, deltas))).toBe(true);
      expect([...deltas].every(Number.isFinite)).toBe(true);
    }
  });

  test('the class of a softmax is the first of the largest', () => {
    expect(decide([1, 3, 3, 2])).toBe(1);
    expect([decide([0]), decide([-0.5])]).toEqual([1, 0]);
  });
});
