import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';
import { inOrder } from './order';

/** Each student gets the options in an order of their own. */
export const orders = {
  when: ({ shuffle }: Config): boolean => shuffle,
  orderOf: ({ options }: Config, seat: Seed): string =>
    shuffled([...options.keys()], rng(seat, 'choice')).join(''),
  inOrder,
};
