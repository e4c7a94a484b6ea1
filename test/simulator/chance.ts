import { rng, type Rng, type Seed } from '#shared/rng';

/** Luck that can be had again: the same seed and label give the same story. */
export class Chance {
  readonly #random: Rng;

  constructor(seed: Seed, label: string) {
    this.#random = rng(seed, label);
  }

  happens(probability: number): boolean {
    return this.#random.unit() < probability;
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + this.#random.unit() * (to - from);
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    return this.#random.below(bound);
  }

  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
