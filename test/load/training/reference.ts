import { reference as core, type Core } from '#shared/training/ensemble';
import { cpuOf, type Contestant, type Ready } from './contestant';
import type { Work } from './work';

/** A core of ours that trains a workload's four seeds; `repeats` times in one measurement. */
export function readyBy(by: Core, { recipe, epochs }: Work, repeats = 1): Ready {
  let parameters: readonly Float32Array[] = [];
  const train = () => {
    const { lanes, tick, close } = by(recipe);
    tick(epochs);
    parameters = lanes.map(({ weights }) => weights);
    close();
  };
  const trainAll = () => {
    for (let i = 0; i < repeats; i++) train();
  };
  const share = repeats * recipe.seeds.length * epochs;
  return {
    measure: async () => (await cpuOf(trainAll)) / share,
    parameters: () => parameters,
  };
}

/** What the core's definition is: readable, and what phones without SIMD run. */
export const reference: Contestant<Work> = {
  name: 'ours (reference)',
  prepare: (workload) => Promise.resolve(readyBy(core, workload)),
};
