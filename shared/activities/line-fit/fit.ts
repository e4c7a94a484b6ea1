import { GRID, HELD, type Config, type Heights } from './config';
import { split } from './data';
import { penguinAt, sizeOf, startOver, within, type Cloud } from './line';
import type { Marks } from './score';

/** Sums over a cloud; whole numbers. */
function sumsOf(cloud: Cloud) {
  let [x, y, xx, xy] = [0, 0, 0, 0];
  for (let i = 0; i < sizeOf(cloud); i++) {
    const [flipper, mass] = penguinAt(cloud, i);
    x += flipper;
    y += mass;
    xx += flipper * flipper;
    xy += flipper * mass;
  }
  return { n: sizeOf(cloud), x, y, xx, xy };
}

/**
 * The line of least squares (Legendre 1805) through a cloud, on the grid and in the picture: the mean of the cloud, and
 * w = (n Σxy − Σx Σy) / (n Σx² − (Σx)²).
 */
export function leastSquares(cloud: Cloud): Heights {
  const { n, x, y, xx, xy } = sumsOf(cloud);
  const spread = n * xx - x * x;
  const w = spread > 0 ? (n * xy - x * y) / spread : 0;
  const at = (flipper: number) => within((y + w * (n * flipper - x)) / n, GRID.height);
  return [at(HELD[0]), at(HELD[1])];
}

/** The lines between which a class is scored, made once for each cloud. */
const marks = new WeakMap<Cloud, Marks>();

export function marksOf(config: Config): Marks {
  const { shown } = split(config);
  const known = marks.get(shown);
  if (known) return known;
  const made = { best: leastSquares(shown), start: startOver(shown) };
  marks.set(shown, made);
  return made;
}
