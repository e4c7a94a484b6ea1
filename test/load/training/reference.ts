import { trainer } from '#shared/training/mlp/trainer';
import type { Recipe } from '#shared/training/mlp/run';
import { cpuOf, type Contestant } from './contestant';
import { hiddenLayers, type Dense } from './dense';

const recipeOf = (workload: Dense): Recipe => ({
  train: { x: workload.x, y: workload.y },
  layers: hiddenLayers(workload),
  activation: 'tanh',
  rate: workload.rate,
  batch: workload.batch,
  seeds: workload.seeds,
});

/** What the core's definition is: readable, and what phones without SIMD run. */
export const reference: Contestant<Dense> = {
  name: 'ours (reference)',
  prepare: (workload) => {
    if (workload.sizes[0] !== 2) return Promise.resolve({ cannot: 'points of the plane only, today' });
    const recipe = recipeOf(workload);
    let parameters: Float32Array[] = [];
    const train = () => {
      parameters = workload.seeds.map((_, lane) => {
        const run = trainer(recipe, lane);
        run.tick(workload.epochs);
        return run.weights;
      });
    };
    const share = workload.seeds.length * workload.epochs;
    return Promise.resolve({
      measure: async () => (await cpuOf(train)) / share,
      parameters: () => parameters,
    });
  },
};
