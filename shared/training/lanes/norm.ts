import type { Aim } from './aim';
import { VECTOR, type Memory } from './memory';
import type { Program } from './program';
import { spanOf, type Reach, type Tensor } from './tensor';

/** One normalisation in the kernel's memory. */
export interface NormRows {
  readonly width: number;
  readonly reach: Reach;
  /** The place of its gains; the biases stand behind them. */
  readonly first: number;
  readonly end: number;
  readonly standard: number;
  readonly scales: number;
}

export const normRows = (
  memory: Memory,
  width: number,
  reach: Reach,
  first: number,
  rows: number,
): NormRows => ({
  width,
  reach,
  first,
  end: first + 2 * width,
  standard: memory.vectors(rows * (reach.positions - reach.from) * width),
  scales: memory.vectors(rows * (reach.positions - reach.from)),
});

export function addNorm(program: Program, norm: NormRows, weights: number, x: Tensor, y: Tensor): void {
  const { width, reach, first, standard, scales } = norm;
  const [from, to] = [spanOf(x.values, x, reach), spanOf(y.values, y, reach)];
  const w = weights + first * VECTOR;
  program.add('norm', from.rows, width, w, from.at, to.at, from.stride, standard, scales);
}

export function addNormBack(
  program: Program,
  norm: NormRows,
  weights: number,
  aim: Aim,
  y: Tensor,
  x: Tensor,
): void {
  const { width, reach, first, standard, scales } = norm;
  const [from, to] = [spanOf(y.errors, y, reach), spanOf(x.errors, x, reach)];
  const [w, g] = [weights + first * VECTOR, aim.at + first * VECTOR];
  program.add('unnorm', from.rows, width, w, to.at, from.at, from.stride, standard, scales, g);
}
