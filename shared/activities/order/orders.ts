import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';
import { known, type View } from './view';

/**
 * The places of the items as everybody's view has them, a digit each. Nobody starts from the right order: who would
 * have it is dealt another one. So a start says of itself that it is not right, one order of n!, and nothing else.
 */
export function placesFor(config: Config, seat: Seed): readonly number[] {
  const items = known(config);
  const dealing = rng(seat, 'order');
  for (;;) {
    const start = shuffled([...items.keys()], dealing);
    if (!start.every((place, i) => items[place]?.id === config.items[i]?.id)) return start;
  }
}

/** Each student starts from an order of their own. */
export const orders = {
  orderOf: (config: Config, seat: Seed): string => placesFor(config, seat).join(''),
  inOrder: (view: View, order: string): View => ({ ...view, items: inOrder(view.items, order) }),
};

/** Items by their places, a digit for each, put in an order; without one they stay as they are. */
export const inOrder = (items: View['items'], order: string | undefined): View['items'] =>
  order ? [...order].map((place) => items[Number(place)] as View['items'][number]) : items;
