import type { Lettered } from './view';

/** Options by their places, a digit for each, put in an order; without one they stay as they are. */
export const inOrder = (options: readonly Lettered[], order: string | undefined): readonly Lettered[] =>
  order ? [...order].map((place) => options[Number(place)] as Lettered) : options;
