import { GRID, HELD, type Config, type Heights } from './config';
import { split, splitName } from './data';
import { penguinAt, sizeOf, startOver, type Cloud } from './line';
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
 * The line of least squares (Legendre 1805) through a cloud of two flipper lengths or more, on the grid: the mean of the
 * cloud, and w = (n Σxy − Σx Σy) / (n Σx² − (Σx)²).
 */
export function leastSquares(cloud: Cloud): Heights {
  const { n, x, y, xx, xy } = sumsOf(cloud);
  const w = (n * xy - x * y) / (n * xx - x * x);
  const at = (flipper: number) => GRID.height * Math.round((y + w * (n * flipper - x)) / n / GRID.height);
  return [at(HELD[0]), at(HELD[1])];
}

/** The lines between which a class is scored, made once for each split. */
const marks = new Map<string, Marks>();

export function marksOf(config: Config): Marks {
  const known = marks.get(splitName(config));
  if (known) return known;
  const { shown } = split(config);
  const made = { best: leastSquares(shown), start: startOver(shown) };
  marks.set(splitName(config), made);
  return made;
}
