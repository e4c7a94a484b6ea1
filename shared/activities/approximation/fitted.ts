import type { Config } from './config';
import { distanceTo, type Network } from './network';
import { plainOf, type Target } from './target';

/** The bias of the output, the one steepness, and for each S curve its place and height. */
type Row = readonly [bias: number, s: number, ...curves: readonly (readonly [c: number, h: number])[]];

const LEVEL: Row = [0.5, 1];

/**
 * Networks as near to a curve as the largest distance can be made small, off the grid, for 1, 2, ... neurons: fits of our
 * own. n S curves of one steepness turn n − 1 times at most; with fewer than a curve turns a level line is as good.
 */
const rows: Readonly<Record<Target['shape'], readonly Row[]>> = {
  hill: [LEVEL, [-0.0728, 11.128, [0.261, 1.2233], [0.739, -1.2233]]],
  humps: [
    ...[LEVEL, LEVEL, LEVEL],
    [-0.0878, 20.619, [0.1335, 1.282], [0.3737, -1.3699], [0.6263, 1.3698], [0.8665, -1.282]],
  ],
  wave: [
    [0.7, 98.12, [0.4829, -0.4]],
    [0.433, 66.286, [0.0374, 0.4334], [0.4455, -0.5664]],
    [-0.4188, 5.798, [0.0335, 2.3425], [0.5, -2.8475], [0.9665, 2.3426]],
  ],
};

const networkOf = ([bias, s, ...curves]: Row): Network => ({
  bias,
  curves: curves.map(([c, h]) => ({ c, h, s })),
});

/** The smallest ε that so many S curves reach. */
export interface Fit {
  readonly neurons: number;
  readonly error: number;
}

const fits = (target: Target): readonly Fit[] =>
  rows[target.shape].map((row, i) => ({
    neurons: i + 1,
    error: distanceTo(target, networkOf(row)).error,
  }));

/** Of the step's own curve, and beside a hill of two humps. */
export const fittedOf = (
  config: Config,
): { readonly own: readonly Fit[]; readonly humps: readonly Fit[] } => ({
  own: fits(plainOf(config)),
  humps: config.target === 'hill' ? fits({ shape: 'humps', shift: 0, down: false }) : [],
});
