import type { Dense } from '../layers/dense';
import { VECTOR } from './memory';
import { bitsOf, type Program } from './program';

/**
 * What the gradient is subtracted from, times a step size: with a rate, the parameters at `at`, which is a step of plain
 * descent; without one, a gradient at `at` that was cleared before, to which it is then added.
 */
export interface GradientTarget {
  readonly at: number;
  readonly rate?: number;
}

/** The gradient of a dense layer's weights and biases, from `rows` rows for each sample; strides in bytes. */
export function addWeightGradient(
  program: Program,
  rows: number,
  { before, neurons, first }: Dense,
  { at, rate }: GradientTarget,
  deltas: number,
  deltaStride: number,
  x: number,
  xStride: number,
): void {
  const address = at + first * VECTOR;
  const step = rate === undefined ? [0, 0] : [1, bitsOf(rate)];
  program.add('weightGradient', rows, before, neurons, address, deltas, deltaStride, x, xStride, ...step);
}
