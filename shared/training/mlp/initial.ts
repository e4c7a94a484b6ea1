import type { Rng } from '../../rng';
import type { Activation, Initialiser } from '../request';
import type { Shape } from './shape';

const f = Math.fround;

/** He's range for relu, whose neurons are silent half of the time; Xavier's (Glorot's) for the others. */
export const usualInitialiser = (activation: Activation): Initialiser =>
  activation === 'relu' ? 'he' : 'xavier';

/** Weights start uniform between minus and plus this. */
function range(initialiser: Initialiser, before: number, neurons: number): number {
  if (initialiser === 'uniform') return 0.5;
  return f(Math.sqrt(f(6 / (initialiser === 'he' ? before : before + neurons))));
}

/** The weights before the first step, drawn in the order in which they stand; every bias is 0. */
export function initialWeights(shape: Shape, initialiser: Initialiser, random: Rng): Float32Array {
  const { sizes, params, parameterCount } = shape;
  const weights = new Float32Array(parameterCount);
  for (let l = 1; l < sizes.length; l++) {
    const [before, neurons] = [sizes[l - 1] as number, sizes[l] as number];
    const first = params[l] as number;
    const limit = range(initialiser, before, neurons);
    for (let w = first; w < first + neurons * before; w++) {
      // 24 random bits are a float without rounding, and so is twice their fraction less 1.
      const unit = (random.uint32() >>> 8) / 16777216;
      weights[w] = f((2 * unit - 1) * limit);
    }
  }
  return weights;
}
