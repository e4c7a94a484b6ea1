import type { Seed } from '../../../rng';
import type { Samples } from '../../../training/samples';
import { privateLookups, visibleLookups } from '../../../training/sets/tokens';

/** Questions are made from a seed on both sides. */
export interface TokensFrom {
  readonly from: 'seed';
  readonly samples: number;
  readonly seed: Seed;
}

export interface TokenJudgesFrom {
  readonly from: 'seed';
  readonly seed: Seed;
}

export const tokensFrom = ({ samples, seed }: TokensFrom): Samples => visibleLookups(samples, seed);

export const tokensJudging = ({ seed }: TokenJudgesFrom) => privateLookups(seed);
