import { rng, type Seed } from '../../rng';
import { STEEPEST, type Config } from './config';

/** How steep a seat's valley is, in tenths of a power of ten: one of thirteen, from 1/4 to 4. */
export const steepnessOf = ({ steepness }: Config, seat: Seed): number =>
  steepness ?? rng(seat, 'descent').below(2 * STEEPEST + 1) - STEEPEST;
