import type { PositionRange } from '../transformer/stage';
import { VECTOR, type Memory } from './memory';

/** A vector for each position of each sample, and their errors, laid out alike. */
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

/** Evenly spaced rows: how many for each sample, the address of the first, and the bytes from one to the next. */
export interface StridedRows {
  readonly rows: number;
  readonly at: number;
  readonly stride: number;
}

/** The rows of a tensor at the positions in range: all of them, or the last one of each sample. */
export function stridedRows(
  base: number,
  { width, positions }: Tensor,
  { from }: PositionRange,
): StridedRows {
  const row = width * VECTOR;
  return from === 0
    ? { rows: positions, at: base, stride: row }
    : { rows: 1, at: base + from * row, stride: positions * row };
}
