import { sigmoid } from '../../training/math';
import { GRID, type Submission } from './config';
import { baseOf, targetAt, type Target } from './target';

/** A neuron's part in the sum, h σ(s(x − c)), its numbers as they are and not on a grid. */
export interface Curve {
  readonly c: number;
  readonly h: number;
  readonly s: number;
}

/** A network of one hidden layer with a linear output. */
export interface Network {
  readonly bias: number;
  readonly curves: readonly Curve[];
}

export const curveAt = ({ c, h, s }: Curve, x: number): number => h * sigmoid(s * (x - c));

/** y = b + Σ hⱼ σ(s(x − cⱼ)) */
export const sumAt = ({ bias, curves }: Network, x: number): number =>
  curves.reduce((sum, curve) => sum + curveAt(curve, x), bias);

/** The network that a student has set, for a curve of their own. */
export const networkOf = ({ steps, steepness }: Submission, target: Target): Network => ({
  bias: baseOf(target),
  curves: steps.map(({ place, height }) => ({
    ...{ c: place / GRID.place, h: height / GRID.height },
    s: steepness,
  })),
});

/** Intervals between the points at which the distance is taken. */
const INTERVALS = 1000;

/** Heights of a curve at all points: a drag asks for them at every move. */
const known = new Map<string, Float64Array>();

function heightsOf(target: Target): Float64Array {
  const name = `${target.shape} ${target.shift} ${target.down}`;
  const found = known.get(name);
  if (found) return found;
  const made = Float64Array.from({ length: INTERVALS + 1 }, (_, i) => targetAt(target, i / INTERVALS));
  known.set(name, made);
  return made;
}

/** ε = max |y(x) − f(x)| over 1,001 points, and the first place where it is so large. */
export interface Distance {
  readonly error: number;
  readonly at: number;
}

export function distanceTo(target: Target, network: Network): Distance {
  const heights = heightsOf(target);
  let [error, at] = [-1, 0];
  for (let i = 0; i <= INTERVALS; i++) {
    const off = Math.abs(sumAt(network, i / INTERVALS) - (heights[i] ?? 0));
    if (off > error) [error, at] = [off, i / INTERVALS];
  }
  return { error, at };
}
