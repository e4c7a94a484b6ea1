import { VECTOR, type Memory } from './memory';

/** A vector for each position of each sample, and its errors in the same places. */
export interface Tensor {
  readonly values: number;
  readonly errors: number;
  /** Numbers of a vector. */
  readonly width: number;
  readonly positions: number;
}

export const tensor = (memory: Memory, rows: number, positions: number, width: number): Tensor => ({
  values: memory.vectors(rows * positions * width),
  errors: memory.vectors(rows * positions * width),
  width,
  positions,
});

/** Positions from `from` to before `positions`: all of them, or the last one alone. */
export interface Reach {
  readonly positions: number;
  readonly from: number;
}

/** Rows in reach for each sample, the address of the first, and the bytes between two of them. */
export interface Span {
  readonly rows: number;
  readonly at: number;
  readonly stride: number;
}

/** The rows of a tensor that are in reach: evenly spaced, because it is either all of them or one a sample. */
export function spanOf(base: number, { width, positions }: Tensor, { from }: Reach): Span {
  const row = width * VECTOR;
  return from === 0
    ? { rows: positions, at: base, stride: row }
    : { rows: 1, at: base + from * row, stride: positions * row };
}
