import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';
import { laidIn } from './laid';
import type { View } from './view';

/** Each student has the four inequalities in an order of their own: "the first and the last" is worth nothing elsewhere. */
export const orders = {
  orderOf: (_config: Config, seat: Seed): string => shuffled([0, 1, 2, 3], rng(seat, 'xor-proof')).join(''),
  inOrder: (view: View, order: string): View => ({ ...view, laid: laidIn(view.laid, order) }),
};
