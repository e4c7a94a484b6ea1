import type { Seed } from '../../rng';
import type { Config } from './config';
import { judgesOf, visibleOf } from './data';
import { good } from './good';
import { seedsOf } from './job';
import type { Reveal, View } from './view';

export const view = (config: Config): View => ({
  data: config.data,
  visible: visibleOf(config),
  samples: config.samples,
  limits: config.limits,
  freed: config.freed,
  energy: config.energy,
  accuracy: config.accuracy,
  attempts: config.attempts,
});

export const reveal = (config: Config, { secret }: { readonly secret: Seed }): Reveal => ({
  judges: judgesOf(config, secret),
  seeds: seedsOf(secret),
  good: good[config.data],
});
