import { derive, rng, shuffled, type Seed } from '../../rng';
import { pointsOf, splitPenguins } from '../../training/sets/penguins';
import type { Config } from './config';
import { judgedBy, visibleFrom, type Judges, type JudgesFrom, type PointsFrom } from './points';

/** Penguins in the public sample: two fifths of those that are not shown. */
const OPEN_SHARE = 0.4;

const generated = ({ data, samples, noise, dataSeed }: Config): PointsFrom | null =>
  data === 'penguins' ? null : { data, samples, noise, seed: dataSeed };

/** The visible points, as they are sent: as a seed wherever a phone can make them itself. */
export const visibleOf = (config: Config): PointsFrom =>
  generated(config) ?? { points: pointsOf(splitPenguins(config.dataSeed, config.samples).visible) };

/** What networks are judged by, as it is sent at the reveal. */
export function judgesOf(config: Config, secret: Seed): JudgesFrom {
  const { data, noise, samples, dataSeed } = config;
  if (data !== 'penguins') return { data, noise, seed: derive(secret, 'race/points') };
  const others = shuffled(splitPenguins(dataSeed, samples).hidden, rng(secret, 'race/penguins'));
  const open = Math.round(OPEN_SHARE * others.length);
  return { open: pointsOf(others.slice(0, open)), hidden: pointsOf(others.slice(open)) };
}

/** Everything that a training needs of a step's data. */
export const partsOf = (config: Config, secret: Seed): Judges & { readonly train: Judges['open'] } => ({
  train: visibleFrom(visibleOf(config)),
  ...judgedBy(judgesOf(config, secret)),
});
