import type { Dense } from '../layers/dense';
import { VECTOR } from './memory';
import { bitsOf, type Program } from './program';

/**
 * Where derivatives go: into the parameters at `at` as steps of plain descent at `rate`, or (without a rate) into a
 * gradient there, which was cleared before.
 */
export interface Aim {
  readonly at: number;
  readonly rate?: number;
}

/** The derivatives of a dense layer, from `rows` rows for each sample; strides in bytes. */
export function addDerivatives(
  program: Program,
  rows: number,
  { before, neurons, first }: Dense,
  { at, rate }: Aim,
  deltas: number,
  deltaStride: number,
  x: number,
  xStride: number,
): void {
  const target = at + first * VECTOR;
  const pace = rate === undefined ? [0, 0] : [1, bitsOf(rate)];
  program.add('derivatives', rows, before, neurons, target, deltas, deltaStride, x, xStride, ...pace);
}
