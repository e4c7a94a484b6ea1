import { rng } from '../../../rng';
import { endsFor } from '../../../tables/ends';
import type { OwnConfig } from '../config';
import { writeRows, type Row } from '../../../tables/rows';

type Table = Pick<OwnConfig, 'data' | 'samples' | 'source' | 'x' | 'y' | 'classes' | 'rows'>;

const random = rng('6d61646520757020666f7220747279ff', 'seeds');

const tenths = (least: number, most: number): number => (least + random.below(most - least + 1)) / 10;

/** Made-up seeds: they sprout where it is neither too cold nor too hot, neither too dry nor too wet. */
const seeds: readonly Row[] = Array.from({ length: 260 }, (): Row => {
  const [x, y] = [tenths(40, 360), tenths(0, 200)];
  const [warm, wet] = [(x - 20) / 11, (y - 10) / 7];
  const close = warm * warm + wet * wet + (random.below(41) - 20) / 100;
  return { x, y, of: close < 1 ? 1 : 0 };
});

const column = (values: readonly number[]) => endsFor(Math.min(...values), Math.max(...values));

/** A table as a teacher brings it in, with nobody's data in it: no line tells its classes apart. */
export const sprouts: Table = {
  data: 'own',
  samples: 120,
  source: { it: 'numeri inventati, per provare', en: 'made-up numbers, to try it out' },
  x: {
    name: { it: 'temperatura', en: 'temperature' },
    unit: { it: '°C', en: '°C' },
    ...column(seeds.map(({ x }) => x)),
  },
  y: {
    name: { it: 'acqua al giorno', en: 'water a day' },
    unit: { it: 'ml', en: 'ml' },
    ...column(seeds.map(({ y }) => y)),
  },
  classes: [
    { it: 'non germogliato', en: 'did not sprout' },
    { it: 'germogliato', en: 'sprouted' },
  ],
  rows: writeRows(seeds, true),
};
