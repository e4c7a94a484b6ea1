import type { Lettered, View } from './view';

/** Options by their places, a digit for each, put in an order; an empty one leaves them as they are. */
export const inOrder = (view: View, order: string | undefined): View =>
  order ? { ...view, options: [...order].map((place) => view.options[Number(place)] as Lettered) } : view;
