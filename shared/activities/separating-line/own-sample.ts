import { rng } from '../../rng';
import { endsFor } from '../../tables/ends';
import { writeRows, type Row } from '../../tables/rows';
import type { OwnConfig } from './config';

const random = rng('6d61646520757020666f7220747279ff', 'leaves');

/** About `middle`, never further from it than `reach`; in tenths, nearer ones more often. */
const about = (middle: number, reach: number): number => {
  const turns = [0, 1, 2].reduce((sum) => sum + random.below(2 * reach + 1) - reach, 0);
  return Math.round(middle + turns / 3) / 10;
};

/** Two heaps of made-up leaves: long and narrow ones, short and wide ones. */
const leaves: readonly Row[] = Array.from({ length: 140 }, (_, i): Row => {
  const of = i % 2 === 0 ? 0 : 1;
  const long = about(of === 1 ? 84 : 62, 34);
  return { x: long, y: Math.round((of === 1 ? 5 * long - 14 : 5 * long + 14) + 3 * about(0, 60)) / 10, of };
});

const column = (values: readonly number[]) => endsFor(Math.min(...values), Math.max(...values));

/** A table as a teacher brings it in, with nobody's data in it. */
export const own: OwnConfig = {
  data: 'own',
  visible: 60,
  source: { it: 'numeri inventati, per provare', en: 'made-up numbers, to try it out' },
  x: {
    name: { it: 'lunghezza della foglia', en: 'length of the leaf' },
    unit: { it: 'cm', en: 'cm' },
    ...column(leaves.map(({ x }) => x)),
  },
  y: {
    name: { it: 'larghezza della foglia', en: 'width of the leaf' },
    unit: { it: 'cm', en: 'cm' },
    ...column(leaves.map(({ y }) => y)),
  },
  classes: [
    { it: 'quercia', en: 'oak' },
    { it: 'salice', en: 'willow' },
  ],
  rows: writeRows(leaves, true),
};

/** The same with another step on the same leaves beside it. */
export const ownShared: OwnConfig = { ...own, share: [0, 50] };
