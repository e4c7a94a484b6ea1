/** Rows of vectors, so many bytes apart as their strides say: copied, or added to others. */
import { VECTOR, add } from './vector';

/** Copies `count` vectors of each row. */
export function copyRows(rows: i32, count: i32, from: usize, fromStride: usize, to: usize, toStride: usize): void {
  const size = <usize>count * VECTOR;
  for (let r = 0; r < rows; r++) {
    memory.copy(to, from, size);
    from += fromStride;
    to += toStride;
  }
}

/** to += from, row by row; this is what adds a residual. */
export function addRows(rows: i32, width: i32, to: usize, toStride: usize, from: usize, fromStride: usize): void {
  const size = <usize>width * VECTOR;
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < size; k += VECTOR) {
      v128.store(to + k, add(v128.load(to + k), v128.load(from + k)));
    }
    to += toStride;
    from += fromStride;
  }
}
