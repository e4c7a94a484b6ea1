/** The activation functions of neurons and their slopes; their codes are those of shared/training/activation.ts. */
import { VECTOR, all, mul, pick, sub } from './vector';
import { sigmoid, tanh } from './math';

export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const TANH: i32 = 2;
export const SIGMOID: i32 = 3;

/** Replaces `count` sums that follow one another by outputs. */
function activationOfRow(code: i32, at: usize, count: i32): void {
  const end = at + <usize>count * VECTOR;
  if (code == TANH) {
    for (let p = at; p < end; p += VECTOR) v128.store(p, tanh(v128.load(p)));
  } else if (code == RELU) {
    for (let p = at; p < end; p += VECTOR) v128.store(p, f32x4.pmax(all(0), v128.load(p)));
  } else {
    for (let p = at; p < end; p += VECTOR) v128.store(p, sigmoid(v128.load(p)));
  }
}

/** Replaces sums by outputs, `count` of them in each of `rows` rows that are `stride` bytes apart. */
export function activation(code: i32, rows: i32, count: i32, at: usize, stride: usize): void {
  if (code == LINEAR) return;
  // Rows without a gap between them are taken as one long row: a loop costs most where it begins and loads constants.
  if (stride == <usize>count * VECTOR) return activationOfRow(code, at, rows * count);
  for (let r = 0; r < rows; r++) activationOfRow(code, at + <usize>r * stride, count);
}

/** The derivative of an activation where its output is `a`. */
@inline
function slope(code: i32, a: v128): v128 {
  if (code == TANH) return sub(all(1), mul(a, a));
  if (code == RELU) return v128.and(all(1), f32x4.gt(a, all(0)));
  return mul(a, sub(all(1), a));
}

/** Replaces `count` errors that follow one another by deltas. */
function activationBackwardOfRow(code: i32, a: usize, error: usize, count: i32): void {
  const end = error + <usize>count * VECTOR;
  for (; error + 4 * VECTOR <= end; error += 4 * VECTOR, a += 4 * VECTOR) {
    const s0 = slope(code, v128.load(a));
    const s1 = slope(code, v128.load(a, 16));
    const s2 = slope(code, v128.load(a, 32));
    const s3 = slope(code, v128.load(a, 48));
    v128.store(error, mul(v128.load(error), s0));
    v128.store(error, mul(v128.load(error, 16), s1), 16);
    v128.store(error, mul(v128.load(error, 32), s2), 32);
    v128.store(error, mul(v128.load(error, 48), s3), 48);
  }
  for (; error < end; error += VECTOR, a += VECTOR) {
    v128.store(error, mul(v128.load(error), slope(code, v128.load(a))));
  }
}

/**
 * Replaces the errors of outputs by the deltas of sums: each error times the slope of its neuron, which is computed
 * from the neuron's output `a`. Rows are so many bytes apart as the strides say.
 */
export function activationBackward(
  code: i32,
  rows: i32,
  count: i32,
  a: usize,
  aStride: usize,
  error: usize,
  errorStride: usize,
): void {
  if (code == LINEAR) return;
  const size = <usize>count * VECTOR;
  if (aStride == size && errorStride == size) return activationBackwardOfRow(code, a, error, rows * count);
  for (let r = 0; r < rows; r++) {
    activationBackwardOfRow(code, a + <usize>r * aStride, error + <usize>r * errorStride, count);
  }
}
