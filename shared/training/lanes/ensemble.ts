import { reference, type Core } from '../ensemble';
import { networkOf } from '../families';
import { isSolved } from '../run';
import { inputsOf } from '../samples';
import { FourRuns } from './four-runs';
import type { Kernel } from './kernel';
import { LANES } from './memory';

/** The runs four at a time, by the kernel; a family that it does not know is left to the reference. */
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
