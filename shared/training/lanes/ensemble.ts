import { reference, type Core } from '../ensemble';
import { networkOf } from '../families';
import { isSolved } from '../run';
import { inputsOf } from '../samples';
import { FourRuns } from './four-runs';
import type { Kernel } from './kernel';
import { LANES } from './memory';

/** Trains runs with the kernel, four at a time. Families without `layOut`, and closed forms, are the reference's. */
export const byLanes =
  (kernel: Kernel): Core =>
  (recipe) => {
    const network = networkOf(recipe, inputsOf(recipe.train));
    const { layOut } = network;
    if (!layOut || isSolved(recipe)) return reference(recipe);
    const exports: ReturnType<Kernel['take']>[] = [];
    const fours: FourRuns[] = [];
    for (let i = 0; i < recipe.seeds.length; i += LANES) {
      const instance = kernel.take();
      exports.push(instance);
      fours.push(new FourRuns(instance, network, layOut, recipe, recipe.seeds.slice(i, i + LANES)));
    }
    return {
      lanes: fours.flatMap(({ lanes }) => lanes),
      tick: (epochs) => fours.forEach((four) => four.tick(epochs)),
      close: () => exports.forEach((instance) => kernel.giveBack(instance)),
    };
  };
