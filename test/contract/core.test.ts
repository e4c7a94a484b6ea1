import { describe, expect, test } from 'vitest';
import { CORE } from '#shared/training/core';
import { reference, type Core } from '#shared/training/ensemble';
import type { Recipe } from '#shared/training/request';
import { fingerprint, fingerprints, goldenRecipe, runBy, type Run } from './core-fingerprints';
import { kernelHere } from '../support/kernel';
import { golden } from './core-golden';

const cores: readonly (readonly [string, Core])[] = [
  ['readable reference', reference],
  ['four lanes of the kernel', kernelHere().core],
];

const explosive: Recipe = { ...goldenRecipe('linear'), layers: [8, 8, 8], rate: 3 };

/** Everything that can be seen of a run. */
const seen = (run: Run) => ({
  epoch: run.epoch,
  loss: run.loss,
  diverged: run.diverged,
  weights: fingerprint(run.weights),
});

describe.each(cores)('what every core promises: the %s', (_name, core) => {
  const begin = (recipe: Recipe, seedIndex = 0) => runBy(core, recipe, seedIndex);

  test('gives the golden bits', () => {
    expect({ core: CORE, fingerprints: fingerprints(core) }).toEqual(golden);
  });

  test('trains twice to the same bits, and twice 20 epochs are 40', () => {
    const [whole, parts] = [begin(goldenRecipe('tanh')), begin(goldenRecipe('tanh'))];
    whole.tick(40);
    parts.tick(20);
    parts.judge(goldenRecipe('tanh').train);
    parts.tick(0);
    parts.tick(20);
    expect(seen(parts)).toEqual(seen(whole));
  });

  test('keeps two runs apart that take turns', () => {
    const recipe = { ...goldenRecipe('tanh'), seeds: ['first', 'second'] };
    const [first, second, alone] = [begin(recipe), begin(recipe, 1), begin(recipe, 1)];
    for (let i = 0; i < 5; i++) {
      first.tick(1);
      second.tick(1);
    }
    alone.tick(5);
    expect(seen(second)).toEqual(seen(alone));
    expect(seen(first)).not.toEqual(seen(second));
  });

  test('is judged as it is now, not as it was when the same samples were shown before', () => {
    const { train } = goldenRecipe('tanh');
    const [asked, fresh] = [begin(goldenRecipe('tanh')), begin(goldenRecipe('tanh'))];
    const before = asked.judge(train);
    for (const run of [asked, fresh]) run.tick(40);
    expect(fresh.judge(train)).not.toBe(before);
    expect(asked.judge(train)).toBe(fresh.judge(train));
  });

  test('has trained nothing before the first tick, and knows its loss already', () => {
    const run = begin(goldenRecipe('tanh'));
    run.tick(0);
    expect(run).toMatchObject({ epoch: 0, diverged: false });
    expect(run.loss).toBeGreaterThan(0.4);
    expect(run.loss).toBeLessThan(1.5);
  });

  test('learns: after 100 epochs the loss is below a third', () => {
    const run = begin(goldenRecipe('tanh'));
    const before = run.loss;
    run.tick(100);
    expect(run.loss).toBeLessThan(before / 3);
    expect(run.judge({ x: [0, 0, 4.5, 0], y: [1, 0] })).toBe(1);
    expect(run.judge({ x: [0, 0, 4.5, 0], y: [0, 1] })).toBe(0);
  });

  test('says that it diverged at the first epoch that is not finite, and stays there', () => {
    const run = begin(explosive);
    while (!run.diverged && run.epoch < 100) {
      expect(Number.isFinite(run.loss) && run.weights.every(Number.isFinite)).toBe(true);
      run.tick(1);
    }
    expect(run.diverged).toBe(true);
    const { epoch } = run;
    run.tick(50);
    expect(run.epoch).toBe(epoch);
    expect(begin(explosive)).toMatchObject({ epoch: 0, diverged: false });
  });

  test('has diverged before the first epoch if its first loss is not finite', () => {
    const run = begin({
      ...{ family: 'linear', train: { x: [1e30, 1e30], y: [0, 1] }, rate: 0.1, batch: 1, seeds: ['a'] },
    });
    expect(run).toMatchObject({ epoch: 0, diverged: true });
    run.tick(3);
    expect(run.epoch).toBe(0);
    expect(run.weights.every(Number.isFinite)).toBe(true);
  });

  test('sees a parameter that is not finite although relu hides it from the loss', () => {
    const one = {
      family: 'mlp',
      train: { x: [1e30, 1e30], y: [0] },
      layers: [1],
      activation: 'relu',
      rate: 1e10,
      batch: 1,
    } as const;
    const runs = Array.from({ length: 20 }, (_, i) => begin({ ...one, seeds: [`seed ${i}`] }));
    runs.forEach((run) => run.tick(2));
    expect(runs.some((run) => run.diverged && Number.isFinite(run.loss))).toBe(true);
    for (const run of runs) expect(run.diverged).toBe(!run.weights.every(Number.isFinite));
  });

  test('takes a batch larger than the data as one step an epoch, and a perceptron as a network without layers', () => {
    const run = begin({ ...goldenRecipe('tanh'), layers: [], batch: 1_000 });
    expect(run.weights).toHaveLength(3);
    run.tick(3);
    expect(run).toMatchObject({ epoch: 3, diverged: false });
  });
});
