/**
 * The cost of each sample, told from the sums of the last layer, and the deltas: its derivatives by those sums. The
 * formulas are those of shared/training/output.ts, the numbers below those of shared/training/lanes/prepare.ts.
 */
import { TANH, activation } from './activation';
import { VECTOR, add, all, div, mul, pick, sub } from './vector';
import { exp, expOfMinusMagnitude, logFromOne, sigmoid, sigmoidBy } from './math';

export const BINARY: i32 = 0;
export const SQUARED_SIGMOID: i32 = 1;
export const SQUARED_TANH: i32 = 2;
export const SOFTMAX: i32 = 3;
export const SQUARED: i32 = 4;

@inline
function halfSquare(error: v128): v128 {
  return mul(all(0.5), mul(error, error));
}

@inline
function isOne(y: v128): v128 {
  return f32x4.eq(y, all(1));
}

/** Cross-entropy of one sigmoid neuron. On entry e^-|z| stands where the delta will be; see `exponentials`. */
@inline
function binary(z: usize, y: v128, d: usize): v128 {
  const sum = v128.load(z);
  const e = v128.load(d);
  const onePlusE = add(all(1), e);
  v128.store(d, sub(sigmoidBy(sum, e, onePlusE), y));
  const wrong = pick(f32x4.neg(sum), sum, isOne(y));
  return add(f32x4.pmax(all(0), wrong), logFromOne(onePlusE));
}

/** Writes e^-|z| of each row where its delta will be. */
function exponentials(rows: i32, z: usize, zStride: usize, d: usize, dStride: usize): void {
  for (; rows > 1; rows -= 2) {
    const first = expOfMinusMagnitude(v128.load(z));
    const second = expOfMinusMagnitude(v128.load(z + zStride));
    v128.store(d, first);
    v128.store(d + dStride, second);
    z += 2 * zStride;
    d += 2 * dStride;
  }
  if (rows > 0) v128.store(d, expOfMinusMagnitude(v128.load(z)));
}

/**
 * Two rows at a time, in two passes: a division takes many cycles, in which the processor can work on the other row.
 */
function binaries(rows: i32, z: usize, zStride: usize, y: usize, d: usize, dStride: usize, loss: v128): v128 {
  exponentials(rows, z, zStride, d, dStride);
  for (; rows > 1; rows -= 2) {
    const first = binary(z, v128.load(y), d);
    const second = binary(z + zStride, v128.load(y, 16), d + dStride);
    loss = add(add(loss, first), second);
    z += 2 * zStride;
    y += 2 * VECTOR;
    d += 2 * dStride;
  }
  return rows > 0 ? add(loss, binary(z, v128.load(y), d)) : loss;
}

function squaredSigmoid(z: usize, y: v128, d: usize): v128 {
  const p = sigmoid(v128.load(z));
  const error = sub(p, y);
  v128.store(d, mul(error, mul(p, sub(all(1), p))));
  return halfSquare(error);
}

function squaredTanh(z: usize, y: v128, d: usize): v128 {
  v128.store(d, v128.load(z));
  activation(TANH, 1, 1, d, 0);
  const t = v128.load(d);
  const error = sub(t, pick(all(1), all(-1), isOne(y)));
  v128.store(d, mul(error, sub(all(1), mul(t, t))));
  return halfSquare(error);
}

function squared(z: usize, y: v128, d: usize): v128 {
  const error = sub(v128.load(z), y);
  v128.store(d, error);
  return halfSquare(error);
}

function softmax(z: usize, y: v128, d: usize, outputs: i32): v128 {
  let most = v128.load(z);
  const size = <usize>outputs * VECTOR;
  for (let p = VECTOR; p < size; p += VECTOR) most = f32x4.pmax(most, v128.load(z + p));
  let sum = all(0);
  for (let p: usize = 0; p < size; p += VECTOR) {
    const e = exp(sub(v128.load(z + p), most));
    v128.store(d + p, e);
    sum = add(sum, e);
  }
  let right = all(0);
  for (let i = 0; i < outputs; i++) {
    const offset = <usize>i * VECTOR;
    const mine = f32x4.eq(y, all(<f32>i));
    const p = div(v128.load(d + offset), sum);
    v128.store(d + offset, pick(sub(p, all(1)), p, mine));
    right = pick(v128.load(z + offset), right, mine);
  }
  return sub(logFromOne(sum), sub(right, most));
}

/** The cost of one row; `d` receives its derivative by each of its sums. */
@inline
function cost(kind: i32, outputs: i32, z: usize, y: v128, d: usize): v128 {
  if (kind == SOFTMAX) return softmax(z, y, d, outputs);
  if (kind == SQUARED) return squared(z, y, d);
  return kind == SQUARED_TANH ? squaredTanh(z, y, d) : squaredSigmoid(z, y, d);
}

/** Adds the costs of the rows, in their order, to `loss`. */
export function costs(
  kind: i32,
  rows: i32,
  outputs: i32,
  z: usize,
  zStride: usize,
  y: usize,
  d: usize,
  dStride: usize,
  loss: v128,
): v128 {
  if (kind == BINARY) return binaries(rows, z, zStride, y, d, dStride, loss);
  for (let r = 0; r < rows; r++) {
    loss = add(loss, cost(kind, outputs, z, v128.load(y), d));
    z += zStride;
    y += VECTOR;
    d += dStride;
  }
  return loss;
}
