import { rng } from '../../rng';
import { endsFor } from '../../tables/ends';
import { writeRows, type Row } from '../../tables/rows';
import type { OwnConfig } from './config';

const random = rng('6d61646520757020666f7220747279ff', 'springs');

/** A made-up spring: the more hangs on it, the longer it is, give or take. */
const springs: readonly Row[] = Array.from({ length: 120 }, (): Row => {
  const grams = 10 + random.below(191);
  const off = [0, 1, 2].reduce((sum) => sum + random.below(41) - 20, 0);
  return { x: grams, y: Math.round(80 + 0.6 * grams + off / 2) / 10, of: 0 };
});

const column = (values: readonly number[]) => endsFor(Math.min(...values), Math.max(...values));

/** A table as a teacher brings it in, with nobody's data in it. */
export const own: OwnConfig = {
  data: 'own',
  visible: 50,
  source: { it: 'numeri inventati, per provare', en: 'made-up numbers, to try it out' },
  x: {
    name: { it: 'peso appeso', en: 'weight on it' },
    unit: { it: 'g', en: 'g' },
    ...column(springs.map(({ x }) => x)),
  },
  y: {
    name: { it: 'lunghezza della molla', en: 'length of the spring' },
    unit: { it: 'cm', en: 'cm' },
    ...column(springs.map(({ y }) => y)),
  },
  rows: writeRows(springs, false),
};

/** The same with another step on the same springs beside it. */
export const ownShared: OwnConfig = { ...own, share: [0, 60] };
