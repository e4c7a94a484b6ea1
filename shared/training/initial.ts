import type { Rng } from '../rng';
import type { Group, Network } from './network';

const f = Math.fround;

/**
 * How the first weights are drawn: uniform in a range for tanh (Glorot) or for relu (He), or in -0.5 .. 0.5; or all
 * are 0: then the neurons of a layer stay alike for ever, which is offered so that students can see it.
 */
export const initialisers = ['xavier', 'he', 'uniform', 'zero'] as const;
export type Initialiser = (typeof initialisers)[number];

/** Weights start uniform between minus and plus this. */
function range(initialiser: Initialiser, { before, after }: Group): number {
  if (initialiser === 'uniform') return 0.5;
  if (initialiser === 'zero') return 0;
  return f(Math.sqrt(f(6 / (initialiser === 'he' ? before : before + after))));
}

function draw(weights: Float32Array, { first, count }: Group, limit: number, random: Rng): void {
  for (let w = first; w < first + count; w++) {
    // 24 random bits fit into a float exactly, and so does 2 unit - 1.
    const unit = (random.uint32() >>> 8) / 16777216;
    weights[w] = f((2 * unit - 1) * limit);
  }
}

/** The parameters before the first step, drawn in the order in which they stand; biases are 0, gains 1. */
export function initialWeights(network: Network, initialiser: Initialiser, random: Rng): Float32Array {
  const weights = new Float32Array(network.parameterCount);
  for (const group of network.groups) {
    if (group.kind === 'gains') weights.fill(1, group.first, group.first + group.count);
    else if (group.kind === 'weights' && initialiser !== 'zero') {
      draw(weights, group, range(initialiser, group), random);
    }
  }
  return weights;
}
