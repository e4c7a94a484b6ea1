/** The activations of neurons and their slopes; numbers as in shared/training/activation.ts. */
import { LANES, all, mul, pick, sub } from './lane';
import { sigmoid, tanh } from './math';

export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const TANH: i32 = 2;
export const SIGMOID: i32 = 3;

/** Sums become outputs, in their place; `count` of them in each of `rows` rows that are `stride` bytes apart. */
export function bend(curve: i32, rows: i32, count: i32, at: usize, stride: usize): void {
  if (curve == LINEAR) return;
  const size = <usize>count * LANES;
  for (let r = 0; r < rows; r++) {
    const row = at + <usize>r * stride;
    const end = row + size;
    if (curve == TANH) {
      for (let p = row; p < end; p += LANES) v128.store(p, tanh(v128.load(p)));
    } else if (curve == RELU) {
      for (let p = row; p < end; p += LANES) v128.store(p, f32x4.pmax(all(0), v128.load(p)));
    } else {
      for (let p = row; p < end; p += LANES) v128.store(p, sigmoid(v128.load(p)));
    }
  }
}

function slope(curve: i32, a: v128): v128 {
  if (curve == TANH) return sub(all(1), mul(a, a));
  if (curve == RELU) return v128.and(all(1), f32x4.gt(a, all(0)));
  return mul(a, sub(all(1), a));
}

/** Shares of the error become deltas, in their place: each times the slope that its neuron's output `a` tells. */
export function straighten(
  curve: i32,
  rows: i32,
  count: i32,
  a: usize,
  aStride: usize,
  share: usize,
  shareStride: usize,
): void {
  if (curve == LINEAR) return;
  const size = <usize>count * LANES;
  for (let r = 0; r < rows; r++) {
    const from = a + <usize>r * aStride;
    const to = share + <usize>r * shareStride;
    for (let p: usize = 0; p < size; p += LANES) {
      v128.store(to + p, mul(v128.load(to + p), slope(curve, v128.load(from + p))));
    }
  }
}
