/**
 * The gradient of dense layers' weights and biases over many rows, in tiles as in weighted-sums.ts. It is subtracted,
 * times a step size, from what stands at `w`: w <- w - stepSize g. If weights stand there, that is the step of plain
 * descent, and the gradient is stored nowhere. An optimiser that needs the gradient gives a cleared array as `w` and
 * -1 as step size: 0 - (-1) g is g. `d` are the deltas, the derivatives of the cost by the weighted sums.
 */
import { VECTOR, add, all, mul, sub } from './vector';

@inline
function takeStep(w: usize, sum: v128, stepSize: f32): void {
  v128.store(w, sub(v128.load(w), mul(all(stepSize), sum)));
}

/** The gradient of two neurons' weights for four inputs: eight sums over the rows. */
function gradient2x4(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  stepSize: f32,
): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let r = 0; r < rows; r++) {
    const p = v128.load(d);
    const q = v128.load(d, 16);
    let v = v128.load(x);
    a0 = add(a0, mul(p, v));
    b0 = add(b0, mul(q, v));
    v = v128.load(x, 16);
    a1 = add(a1, mul(p, v));
    b1 = add(b1, mul(q, v));
    v = v128.load(x, 32);
    a2 = add(a2, mul(p, v));
    b2 = add(b2, mul(q, v));
    v = v128.load(x, 48);
    a3 = add(a3, mul(p, v));
    b3 = add(b3, mul(q, v));
    d += dStride;
    x += xStride;
  }
  takeStep(w, a0, stepSize);
  takeStep(w + 16, a1, stepSize);
  takeStep(w + 32, a2, stepSize);
  takeStep(w + 48, a3, stepSize);
  w += before;
  takeStep(w, b0, stepSize);
  takeStep(w + 16, b1, stepSize);
  takeStep(w + 32, b2, stepSize);
  takeStep(w + 48, b3, stepSize);
}

/** The gradient of four neurons' weights for two inputs. */
function gradient4x2(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  stepSize: f32,
): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let r = 0; r < rows; r++) {
    const p = v128.load(x);
    const q = v128.load(x, 16);
    let v = v128.load(d);
    a0 = add(a0, mul(v, p));
    b0 = add(b0, mul(v, q));
    v = v128.load(d, 16);
    a1 = add(a1, mul(v, p));
    b1 = add(b1, mul(v, q));
    v = v128.load(d, 32);
    a2 = add(a2, mul(v, p));
    b2 = add(b2, mul(v, q));
    v = v128.load(d, 48);
    a3 = add(a3, mul(v, p));
    b3 = add(b3, mul(v, q));
    d += dStride;
    x += xStride;
  }
  takeStep(w, a0, stepSize);
  takeStep(w + 16, b0, stepSize);
  w += before;
  takeStep(w, a1, stepSize);
  takeStep(w + 16, b1, stepSize);
  w += before;
  takeStep(w, a2, stepSize);
  takeStep(w + 16, b2, stepSize);
  w += before;
  takeStep(w, a3, stepSize);
  takeStep(w + 16, b3, stepSize);
}

/** The gradient of four neurons' weights for one input. */
function gradient4x1(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  stepSize: f32,
): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let r = 0; r < rows; r++) {
    const v = v128.load(x);
    a0 = add(a0, mul(v128.load(d), v));
    a1 = add(a1, mul(v128.load(d, 16), v));
    a2 = add(a2, mul(v128.load(d, 32), v));
    a3 = add(a3, mul(v128.load(d, 48), v));
    d += dStride;
    x += xStride;
  }
  takeStep(w, a0, stepSize);
  takeStep(w + before, a1, stepSize);
  takeStep(w + 2 * before, a2, stepSize);
  takeStep(w + 3 * before, a3, stepSize);
}

/** The gradient of one neuron's weights for four inputs. */
function gradient1x4(rows: i32, w: usize, d: usize, dStride: usize, x: usize, xStride: usize, stepSize: f32): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let r = 0; r < rows; r++) {
    const p = v128.load(d);
    a0 = add(a0, mul(p, v128.load(x)));
    a1 = add(a1, mul(p, v128.load(x, 16)));
    a2 = add(a2, mul(p, v128.load(x, 32)));
    a3 = add(a3, mul(p, v128.load(x, 48)));
    d += dStride;
    x += xStride;
  }
  takeStep(w, a0, stepSize);
  takeStep(w + 16, a1, stepSize);
  takeStep(w + 32, a2, stepSize);
  takeStep(w + 48, a3, stepSize);
}

function gradient1x1(rows: i32, w: usize, d: usize, dStride: usize, x: usize, xStride: usize, stepSize: f32): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, mul(v128.load(d), v128.load(x)));
    d += dStride;
    x += xStride;
  }
  takeStep(w, a, stepSize);
}

/** The gradient of four neurons' biases: the sums of their deltas. */
function biasGradient4(rows: i32, w: usize, d: usize, dStride: usize, stepSize: f32): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let r = 0; r < rows; r++) {
    a0 = add(a0, v128.load(d));
    a1 = add(a1, v128.load(d, 16));
    a2 = add(a2, v128.load(d, 32));
    a3 = add(a3, v128.load(d, 48));
    d += dStride;
  }
  takeStep(w, a0, stepSize);
  takeStep(w + 16, a1, stepSize);
  takeStep(w + 32, a2, stepSize);
  takeStep(w + 48, a3, stepSize);
}

function biasGradient(rows: i32, w: usize, d: usize, dStride: usize, stepSize: f32): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, v128.load(d));
    d += dStride;
  }
  takeStep(w, a, stepSize);
}

/** g is the sum over the rows, in their order, of delta_i x_j for a weight and of delta_i for a bias. */
export function weightGradient(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  stepSize: f32,
): void {
  const before = <usize>inputs * VECTOR;
  const whole = <usize>(inputs & ~3) * VECTOR;
  const biases = w + <usize>neurons * before;
  let i = 0;
  for (; i + 4 <= neurons; i += 4) {
    for (let k: usize = 0; k < 4; k += 2) {
      const row = w + (<usize>i + k) * before;
      const delta = d + (<usize>i + k) * VECTOR;
      for (let j: usize = 0; j < whole; j += 4 * VECTOR) {
        gradient2x4(rows, before, row + j, delta, dStride, x + j, xStride, stepSize);
      }
    }
    const four = w + <usize>i * before;
    const deltas = d + <usize>i * VECTOR;
    let j = whole;
    for (; j + VECTOR < before; j += 2 * VECTOR) {
      gradient4x2(rows, before, four + j, deltas, dStride, x + j, xStride, stepSize);
    }
    if (j < before) gradient4x1(rows, before, four + j, deltas, dStride, x + j, xStride, stepSize);
    biasGradient4(rows, biases + <usize>i * VECTOR, deltas, dStride, stepSize);
  }
  for (; i < neurons; i++) {
    const row = w + <usize>i * before;
    const delta = d + <usize>i * VECTOR;
    for (let j: usize = 0; j < whole; j += 4 * VECTOR) {
      gradient1x4(rows, row + j, delta, dStride, x + j, xStride, stepSize);
    }
    for (let j = whole; j < before; j += VECTOR) gradient1x1(rows, row + j, delta, dStride, x + j, xStride, stepSize);
    biasGradient(rows, biases + <usize>i * VECTOR, delta, dStride, stepSize);
  }
}
