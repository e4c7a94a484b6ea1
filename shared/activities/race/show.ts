import type { Seed } from '../../rng';
import type { StepSamples } from '../activity';
import type { Config } from './config';
import { familyOf } from './families';
import { seedsOf } from './job';
import type { Reveal, View } from './view';

export const view = (config: Config): View => familyOf(config).view();

export const samples = (config: Config): StepSamples => familyOf(config).samples();

export const reveal = (config: Config, { secret }: { readonly secret: Seed }): Reveal =>
  familyOf(config).reveal(secret, seedsOf(config, secret));
