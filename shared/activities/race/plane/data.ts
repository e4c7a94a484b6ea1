import { derive, rng, shuffled, type Rng, type Seed } from '../../../rng';
import type { Points } from '../../../training/request';
import { byClass } from '../../../training/sets/by-class';
import { penguinSamples, pointsOf, splitPenguins } from '../../../training/sets/penguins';
import type { StepSamples } from '../../activity';
import type { Field, KnownField, OwnField } from './field';
import { ownJudges, ownPoints, ownSamples, ownVisible } from './own';
import { judgedBy, visibleFrom, type Judges, type JudgesFrom, type PointsFrom } from './points';

/** The public sample: two fifths of those of a table that judge. */
const OPEN_SHARE = 0.4;

const birdsOf = ({ dataSeed, samples, share }: KnownField) => splitPenguins(dataSeed, samples, share);

/** The visible points, as they are sent: as a seed wherever a phone can make them itself. */
export function visibleOf(field: Field): PointsFrom {
  if (field.data === 'own') return { from: 'table', points: ownVisible(field) };
  const { data, samples, noise, dataSeed } = field;
  return data === 'penguins'
    ? { from: 'table', points: pointsOf(birdsOf(field).visible) }
    : { from: 'seed', data, samples, noise, seed: dataSeed };
}

/** What networks are judged by, as it is sent at the reveal. */
export function judgesOf(field: Field, secret: Seed): JudgesFrom {
  if (field.data === 'own') return rowsJudging(field, rng(secret, 'race/rows'));
  const { data, noise } = field;
  return data === 'penguins'
    ? birdsJudging(field, rng(secret, 'race/penguins'))
    : { from: 'seed', data, noise, seed: derive(secret, 'race/points') };
}

function birdsJudging(field: KnownField, random: Rng): JudgesFrom {
  const { hidden } = birdsOf(field);
  const others = field.runs === 4 ? shuffled(hidden, random) : byClass(hidden, ({ y }) => y, random);
  return inTwo(others, pointsOf);
}

const rowsJudging = (field: OwnField, random: Rng): JudgesFrom =>
  inTwo(
    byClass(ownJudges(field), ({ of }) => of, random),
    (rows) => ownPoints(field, rows),
  );

/** The first of some that judge are the public sample. */
function inTwo<Sample>(some: readonly Sample[], points: (some: readonly Sample[]) => Points): JudgesFrom {
  const open = Math.round(OPEN_SHARE * some.length);
  return { from: 'table', open: points(some.slice(0, open)), hidden: points(some.slice(open)) };
}

/** Everything that a training needs of a step's data. */
export const partsOf = (field: Field, secret: Seed): Judges & { readonly train: Judges['open'] } => ({
  train: visibleFrom(visibleOf(field)),
  ...judgedBy(judgesOf(field, secret)),
});

/** The rows or birds in sight, and those that judge, by their names; generated points are the step's own. */
export function samplesOf(field: Field): StepSamples {
  if (field.data === 'own') return ownSamples(field);
  return field.data === 'penguins' ? penguinSamples(birdsOf(field)) : { shown: [], kept: [] };
}
