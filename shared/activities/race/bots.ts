import type { Rng } from '../../rng';
import { activations } from '../../training/request';
import { check, costOf } from './check';
import { batches, type Config, type Submission } from './config';
import { good } from './good';
import { ratesWithin } from './rates';
import { startOf } from './start';

const one = <T>(items: readonly T[], random: Rng): T => items[random.below(items.length)] as T;

const between = (least: number, most: number, random: Rng) => least + random.below(most - least + 1);

/** Whoever finds no allowed configuration in so many tries leaves the controls alone. */
const TRIES = 200;

/** Turns every control at random until the energy is enough, as somebody does who does not look at the picture. */
function random(config: Config, source: Rng): Submission {
  const { limits, freed } = config;
  for (let i = 0; i < TRIES; i++) {
    const layers = Array.from({ length: source.below(limits.layers + 1) }, () =>
      between(1, limits.neurons, source),
    );
    const submission: Submission = {
      layers,
      rate: one(ratesWithin(limits.rate), source),
      epochs: between(...limits.epochs, source),
      ...(freed.activation && { activation: one(activations, source) }),
      ...(freed.batch && { batch: one(batches, source) }),
    };
    if (check(config, submission).ok) return submission;
  }
  return startOf(config);
}

/** The largest network that the energy pays for, for as long as it lasts: luck and size in place of an idea. */
export function biggest(config: Config): Submission {
  const { limits } = config;
  const layers = Array.from({ length: limits.layers }, () => limits.neurons);
  const each = costOf(config.samples, { layers, epochs: 1 });
  const epochs = Math.max(limits.epochs[0], Math.min(limits.epochs[1], Math.floor(config.energy.max / each)));
  return { layers, rate: good[config.data].rate, epochs };
}

/** What each simulated student sends. */
export const bots = {
  random,
  constant: startOf,
};

export const knows = ({ data }: Config): Submission => good[data];
