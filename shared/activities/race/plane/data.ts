import { derive, rng, shuffled, type Seed } from '../../../rng';
import { byClass } from '../../../training/sets/by-class';
import { penguinSamples, pointsOf, splitPenguins } from '../../../training/sets/penguins';
import type { StepSamples } from '../../activity';
import type { Field } from './field';
import { judgedBy, visibleFrom, type Judges, type JudgesFrom, type PointsFrom } from './points';

/** Penguins in the public sample: two fifths of those that judge. */
const OPEN_SHARE = 0.4;

const birdsOf = ({ dataSeed, samples, share }: Field) => splitPenguins(dataSeed, samples, share);

/** The visible points, as they are sent: as a seed wherever a phone can make them itself. */
export function visibleOf(field: Field): PointsFrom {
  const { data, samples, noise, dataSeed } = field;
  return data === 'penguins'
    ? { from: 'table', points: pointsOf(birdsOf(field).visible) }
    : { from: 'seed', data, samples, noise, seed: dataSeed };
}

/** What networks are judged by, as it is sent at the reveal. */
export function judgesOf(field: Field, secret: Seed): JudgesFrom {
  const { data, noise } = field;
  if (data !== 'penguins') return { from: 'seed', data, noise, seed: derive(secret, 'race/points') };
  const random = rng(secret, 'race/penguins');
  const { hidden } = birdsOf(field);
  const others = field.runs === 4 ? shuffled(hidden, random) : byClass(hidden, ({ y }) => y, random);
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

/** The birds in sight, and those that judge, by their names; generated points are the step's own. */
export const samplesOf = (field: Field): StepSamples =>
  field.data === 'penguins' ? penguinSamples(birdsOf(field)) : { shown: [], kept: [] };
