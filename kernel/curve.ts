/** The activations of neurons and their slopes; numbers as in shared/training/activation.ts. */
import { LANES, all, mul, pick, sub } from './lane';
import { sigmoid, tanh } from './math';

export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const TANH: i32 = 2;
export const SIGMOID: i32 = 3;

/** `count` sums that follow one another become outputs, in their place. */
function bendAll(curve: i32, at: usize, count: i32): void {
  const end = at + <usize>count * LANES;
  if (curve == TANH) {
    let p = at;
    for (; p + 4 * LANES <= end; p += 4 * LANES) {
      const x0 = v128.load(p, 0);
      const x1 = v128.load(p, 16);
      const x2 = v128.load(p, 32);
      const x3 = v128.load(p, 48);
      v128.store(p, tanh(x0), 0);
      v128.store(p, tanh(x1), 16);
      v128.store(p, tanh(x2), 32);
      v128.store(p, tanh(x3), 48);
    }
    for (; p < end; p += LANES) v128.store(p, tanh(v128.load(p)));
  } else if (curve == RELU) {
    for (let p = at; p < end; p += LANES) v128.store(p, f32x4.pmax(all(0), v128.load(p)));
  } else {
    for (let p = at; p < end; p += LANES) v128.store(p, sigmoid(v128.load(p)));
  }
}

/** Sums become outputs, in their place; `count` of them in each of `rows` rows that are `stride` bytes apart. */
export function bend(curve: i32, rows: i32, count: i32, at: usize, stride: usize): void {
  if (curve == LINEAR) return;
  // Rows without a gap are one long row: a loop costs most at its beginning, where constants are made.
  if (stride == <usize>count * LANES) return bendAll(curve, at, rows * count);
  for (let r = 0; r < rows; r++) bendAll(curve, at + <usize>r * stride, count);
}

@inline
function slope(curve: i32, a: v128): v128 {
  if (curve == TANH) return sub(all(1), mul(a, a));
  if (curve == RELU) return v128.and(all(1), f32x4.gt(a, all(0)));
  return mul(a, sub(all(1), a));
}

/** `count` shares that follow one another become deltas. */
function straightenAll(curve: i32, a: usize, share: usize, count: i32): void {
  const end = share + <usize>count * LANES;
  for (; share + 4 * LANES <= end; share += 4 * LANES, a += 4 * LANES) {
    const s0 = slope(curve, v128.load(a));
    const s1 = slope(curve, v128.load(a, 16));
    const s2 = slope(curve, v128.load(a, 32));
    const s3 = slope(curve, v128.load(a, 48));
    v128.store(share, mul(v128.load(share), s0));
    v128.store(share, mul(v128.load(share, 16), s1), 16);
    v128.store(share, mul(v128.load(share, 32), s2), 32);
    v128.store(share, mul(v128.load(share, 48), s3), 48);
  }
  for (; share < end; share += LANES, a += LANES) {
    v128.store(share, mul(v128.load(share), slope(curve, v128.load(a))));
  }
}

/**
 * Shares of the error become deltas, in their place: each times the slope that its neuron's output `a` tells. Rows
 * are so many bytes apart as the strides say.
 */
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
  if (aStride == size && shareStride == size) return straightenAll(curve, a, share, rows * count);
  for (let r = 0; r < rows; r++) {
    straightenAll(curve, a + <usize>r * aStride, share + <usize>r * shareStride, count);
  }
}
