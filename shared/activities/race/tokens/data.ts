import { derive, type Seed } from '../../../rng';
import type { StepSamples } from '../../activity';
import { tokensFrom, tokensJudging, type TokenJudgesFrom, type TokensFrom } from './tokens';

interface Asked {
  readonly samples: number;
  readonly dataSeed: Seed;
}

export const visibleOf = ({ samples, dataSeed }: Asked): TokensFrom => ({
  from: 'seed',
  samples,
  seed: dataSeed,
});

export const judgesOf = (_asked: Asked, secret: Seed): TokenJudgesFrom => ({
  from: 'seed',
  seed: derive(secret, 'race/points'),
});

export const partsOf = (asked: Asked, secret: Seed) => ({
  train: tokensFrom(visibleOf(asked)),
  ...tokensJudging(judgesOf(asked, secret)),
});

/** Questions are the step's own. */
export const samplesOf = (): StepSamples => ({ shown: [], kept: [] });
