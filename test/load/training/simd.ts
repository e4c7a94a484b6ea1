import type { Contestant } from './contestant';
import type { Dense } from './dense';

/** Four seeds in four lanes. */
export const simd: Contestant<Dense> = {
  name: 'ours (SIMD)',
  prepare: () => Promise.resolve({ cannot: 'there is no kernel yet' }),
};
