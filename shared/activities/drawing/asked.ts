import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';

const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The digits that a seat is asked for, each another one; over a class all ten come up as often. */
export const askedOf = ({ asks }: Config, seat: Seed): readonly number[] =>
  shuffled(TEN, rng(seat, 'drawing')).slice(0, asks);
