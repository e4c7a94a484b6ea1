import { derive, rng, shuffled, type Seed } from '../../../rng';
import { pointsOf, splitPenguins } from '../../../training/sets/penguins';
import type { Field } from './field';
import { judgedBy, visibleFrom, type Judges, type JudgesFrom, type PointsFrom } from './points';

/** Penguins in the public sample: two fifths of those that are not shown. */
const OPEN_SHARE = 0.4;

/** The visible points, as they are sent: as a seed wherever a phone can make them itself. */
export function visibleOf({ data, samples, noise, dataSeed }: Field): PointsFrom {
  return data === 'penguins'
    ? { from: 'table', points: pointsOf(splitPenguins(dataSeed, samples).visible) }
    : { from: 'seed', data, samples, noise, seed: dataSeed };
}

/** What networks are judged by, as it is sent at the reveal. */
export function judgesOf({ data, noise, samples, dataSeed }: Field, secret: Seed): JudgesFrom {
  if (data !== 'penguins') return { from: 'seed', data, noise, seed: derive(secret, 'race/points') };
  const others = shuffled(splitPenguins(dataSeed, samples).hidden, rng(secret, 'race/penguins'));
  const open = Math.round(OPEN_SHARE * others.length);
  return {
    from: 'table',
    open: pointsOf(others.slice(0, open)),
    hidden: pointsOf(others.slice(open)),
  };
}

/** Everything that a training needs of a step's data. */
export const partsOf = (field: Field, secret: Seed): Judges & { readonly train: Judges['open'] } => ({
  train: visibleFrom(visibleOf(field)),
  ...judgedBy(judgesOf(field, secret)),
});
