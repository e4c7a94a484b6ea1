import type { Recipe } from './request';
import { trainer, type Lane } from './trainer';

/** The runs of a recipe, one for each of its seeds, side by side. */
export interface Ensemble {
  readonly lanes: readonly Lane[];
  /** Trains each lane for so many epochs; one that diverged stays as it is. */
  readonly tick: (epochs: number) => void;
  /** Gives back the memory; the ensemble must not be used afterwards. */
  readonly close: () => void;
}

/** What trains recipes: the readable reference, or the kernel. Both give the same bits. */
export type Core = (recipe: Recipe) => Ensemble;

/** The runs one after the other, by the readable reference. */
export const reference: Core = (recipe) => {
  const lanes = recipe.seeds.map((_, seedIndex) => trainer(recipe, seedIndex));
  return {
    lanes,
    tick: (epochs) => lanes.forEach((lane) => lane.tick(epochs)),
    close: () => {},
  };
};
