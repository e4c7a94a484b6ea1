import type { Group } from '../network';

/** A vector for each position, one after the other, and the derivative of the sample's cost by each number. */
export interface Vectors {
  readonly values: Float32Array;
  readonly errors: Float32Array;
}

export const vectorsOf = (positions: number, width: number): Vectors => ({
  values: new Float32Array(positions * width),
  errors: new Float32Array(positions * width),
});

/** The positions from `from` to before `positions`: those whose results are used afterwards. */
export interface PositionRange {
  readonly positions: number;
  readonly from: number;
}

/** A part of the network. It was made with the arrays that it reads and writes, and the index of its first parameter. */
export interface Stage {
  readonly groups: readonly Group[];
  /** The index after its last parameter. */
  readonly end: number;
  readonly forward: (weights: Float32Array) => void;
  /** From the errors of what it wrote: adds to the gradient, and writes or adds the errors of what it read. */
  readonly backward: (weights: Float32Array, gradient: Float32Array) => void;
  /** Where there are heads: how much each of them attends to each position, head by head, query by query. */
  readonly attended?: Float32Array | undefined;
}

const f = Math.fround;

/** target_k += source_k. */
export function add(
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    target[to + k] = f((target[to + k] as number) + (source[from + k] as number));
  }
}
