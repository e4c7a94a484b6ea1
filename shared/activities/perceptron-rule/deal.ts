import { rng, type Seed } from '../../rng';
import type { Row } from '../neuron/truth-table';
import type { Config } from './config';
import { orders } from './orders';
import { samplesIn, walk, type Turn } from './rule';

/** The samples of a seat, in its own order: what a neighbour decides is worth 0.17 here. */
export function samplesOf({ samples }: Config, seat: Seed): readonly Row[] {
  const all = orders();
  return samplesIn(samples ?? all[rng(seat, 'perceptron-rule').below(all.length)] ?? []);
}

/** What the rule does with them. */
export const turnsOf = (config: Config, seat: Seed): readonly Turn[] => walk(samplesOf(config, seat));
