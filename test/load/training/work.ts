import type { Recipe } from '#shared/training/request';

/** What our cores train: a recipe, one seed of which trains in each lane. */
export interface Work {
  readonly name: string;
  readonly recipe: Recipe;
  /** Of one trained run. */
  readonly epochs: number;
}
