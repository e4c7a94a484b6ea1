import { describe, expect, test } from 'vitest';
import { activations, type Activation } from '#shared/training/request';
import { runOf, study } from '#shared/training/run';
import { visiblePoints } from '#shared/training/sets/splits';
import { derive } from '#shared/rng';
import { SEED } from '../../support/session';
import { layersOf, lossAt, sumOf } from './float64';

const NUDGE = 1e-6;
const TOLERANCE = 2e-6;

const architectures = [[], [3], [8, 8], [4, 6, 2]];
const points = visiblePoints('circle', 20, 10, SEED);

/** The derivative of one sample's loss by each parameter, in 64 bits, by central differences. */
function differences(
  weights: Float32Array,
  layers: readonly number[],
  activation: Activation,
  at: number,
): number[] {
  const sizes = [2, ...layers, 1];
  const point = points.x.slice(2 * at, 2 * at + 2);
  const loss = (parameters: readonly number[]) =>
    lossAt(sumOf(layersOf(parameters, sizes), activation, point), points.y[at] as number);
  const nudged = (w: number, by: number) => Array.from(weights, (value, i) => (i === w ? value + by : value));
  return Array.from(weights, (_, w) => (loss(nudged(w, NUDGE)) - loss(nudged(w, -NUDGE))) / (2 * NUDGE));
}

describe('the gradient', () => {
  test.each(activations)('of %s networks agrees with finite differences of 64 bits', (activation) => {
    for (const layers of architectures) {
      for (let sample = 0; sample < 20; sample++) {
        const seed = derive(SEED, `${activation} ${layers.length} ${sample}`);
        const run = runOf(
          { family: 'mlp', train: points, layers, activation, rate: 0.1, batch: 1, seeds: [seed] },
          seed,
        );
        // Biases start at 0, where a wrong bias would not show.
        run.weights.forEach((w, i) => (run.weights[i] = w + 0.1 * ((i % 7) - 3)));
        study(run, sample);
        const right = differences(run.weights, layers, activation, sample);
        right.forEach((derivative, w) => {
          const own = run.gradient[w] as number;
          expect(Math.abs(own - derivative)).toBeLessThan(TOLERANCE * (1 + Math.abs(derivative)));
        });
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
    study(both, 4);
    study(both, 5);
    study(first, 4);
    study(second, 5);
    const sum = first.gradient.map((g, w) => g + (second.gradient[w] as number));
    both.gradient.forEach((g, w) => expect(g).toBeCloseTo(sum[w] as number, 5));
  });
});
