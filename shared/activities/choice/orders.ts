import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';
import { inOrder } from './order';
import type { View } from './view';

/** Each student gets the options in an order of their own. */
export const orders = {
  when: ({ shuffle }: Config): boolean => shuffle,
  orderOf: ({ options }: Config, seat: Seed): string =>
    shuffled([...options.keys()], rng(seat, 'choice')).join(''),
  inOrder: (view: View, order: string): View => ({ ...view, options: inOrder(view.options, order) }),
};
