import { describe, expect, test } from 'vitest';
import { activations, type Activation } from '#shared/training/request';
import { BINARY } from '#shared/training/output';
import { runOf, addSampleGradient } from '#shared/training/run';
import { visiblePoints } from '#shared/training/sets/splits';
import { derive } from '#shared/rng';
import { SEED } from '../../support/session';
import { expectGradient } from './differences';
import { costOf64, layersOf, sumsOf } from './float64';

const architectures = [[], [3], [8, 8], [4, 6, 2]];
const points = visiblePoints('circle', 20, 10, SEED);

/** One sample's cost in 64 bits, as a function of the parameters. */
const costOfSample =
  (layers: readonly number[], activation: Activation, at: number) => (parameters: readonly number[]) =>
    costOf64(
      BINARY,
      sumsOf(layersOf(parameters, [2, ...layers, 1]), activation, points.x.slice(2 * at, 2 * at + 2)),
      points.y[at] as number,
    );

describe('the gradient', () => {
  test.each(activations)('of %s networks agrees with finite differences of 64 bits', (activation) => {
    for (const layers of architectures) {
      for (let sample = 0; sample < 20; sample++) {
        const seed = derive(SEED, `${activation} ${layers.length} ${sample}`);
        const run = runOf(
          { family: 'mlp', train: points, layers, activation, rate: 0.1, batch: 1, seeds: [seed] },
          seed,
        );
        expectGradient(run, sample, costOfSample(layers, activation, sample));
      }
    }
  });

  test('adds up over a mini-batch', () => {
    const recipe = {
      family: 'mlp',
      train: points,
      layers: [3],
      activation: 'tanh',
      rate: 0.1,
      batch: 2,
      seeds: [SEED],
    } as const;
    const [both, first, second] = [runOf(recipe, SEED), runOf(recipe, SEED), runOf(recipe, SEED)];
    addSampleGradient(both, 4);
    addSampleGradient(both, 5);
    addSampleGradient(first, 4);
    addSampleGradient(second, 5);
    const sum = first.gradient.map((g, w) => g + (second.gradient[w] as number));
    both.gradient.forEach((g, w) => expect(g).toBeCloseTo(sum[w] as number, 5));
  });
});
