import { reference as core, type Core } from '#shared/training/ensemble';
import type { Recipe } from '#shared/training/request';
import { cpuOf, type Contestant, type Ready } from './contestant';
import { hiddenLayers, type Dense } from './dense';

const recipeOf = (workload: Dense): Recipe => ({
  family: 'mlp',
  train: { x: workload.x, y: workload.y },
  layers: hiddenLayers(workload),
  activation: 'tanh',
  rate: workload.rate,
  batch: workload.batch,
  seeds: workload.seeds,
});

/** A core of ours that trains a workload's four seeds; `repeats` times in one measurement. */
export function readyBy(by: Core, workload: Dense, repeats = 1): Ready {
  const recipe = recipeOf(workload);
  let parameters: readonly Float32Array[] = [];
  const train = () => {
    const { lanes, tick, close } = by(recipe);
    tick(workload.epochs);
    parameters = lanes.map(({ weights }) => weights);
    close();
  };
  const trainAll = () => {
    for (let i = 0; i < repeats; i++) train();
  };
  const share = repeats * workload.seeds.length * workload.epochs;
  return {
    measure: async () => (await cpuOf(trainAll)) / share,
    parameters: () => parameters,
  };
}

/** What the core's definition is: readable, and what phones without SIMD run. */
export const reference: Contestant<Dense> = {
  name: 'ours (reference)',
  prepare: (workload) => Promise.resolve(readyBy(core, workload)),
};
