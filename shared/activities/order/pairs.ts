import type { Config } from './config';

/** Of all pairs of items, how many stand in the right order. */
export interface Pairs {
  readonly right: number;
  readonly of: number;
}

/** `order` has every item once. */
export function pairsIn({ items }: Config, order: readonly string[]): Pairs {
  const places = items.map(({ id }) => order.indexOf(id));
  const pairs = places.flatMap((place, i) => places.slice(i + 1).map((later) => place < later));
  return { right: pairs.filter(Boolean).length, of: pairs.length };
}
