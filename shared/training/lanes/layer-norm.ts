import type { GradientTarget } from './weight-gradient';
import type { PositionRange } from '../transformer/stage';
import { VECTOR, type Memory } from './memory';
import type { Program } from './program';
import { stridedRows, type Tensor } from './tensor';

/** One normalisation in the kernel's memory. */
export interface LayerNormRows {
  readonly width: number;
  readonly range: PositionRange;
  /** The index of its first gain; its biases come after the gains, and `end` after the biases. */
  readonly first: number;
  readonly end: number;
  readonly standardised: number;
  readonly scales: number;
}

export const layerNormRows = (
  memory: Memory,
  width: number,
  range: PositionRange,
  first: number,
  rows: number,
): LayerNormRows => ({
  width,
  range,
  first,
  end: first + 2 * width,
  standardised: memory.vectors(rows * (range.positions - range.from) * width),
  scales: memory.vectors(rows * (range.positions - range.from)),
});

export function addLayerNorm(
  program: Program,
  norm: LayerNormRows,
  weights: number,
  x: Tensor,
  y: Tensor,
): void {
  const { width, range, first, standardised, scales } = norm;
  const [from, to] = [stridedRows(x.values, x, range), stridedRows(y.values, y, range)];
  const w = weights + first * VECTOR;
  program.add('layerNorm', from.rows, width, w, from.at, to.at, from.stride, standardised, scales);
}

export function addLayerNormBackward(
  program: Program,
  norm: LayerNormRows,
  weights: number,
  target: GradientTarget,
  y: Tensor,
  x: Tensor,
): void {
  const { width, range, first, standardised, scales } = norm;
  const [from, to] = [stridedRows(y.errors, y, range), stridedRows(x.errors, x, range)];
  const [w, g] = [weights + first * VECTOR, target.at + first * VECTOR];
  program.add('layerNormBackward', from.rows, width, w, to.at, from.at, from.stride, standardised, scales, g);
}
