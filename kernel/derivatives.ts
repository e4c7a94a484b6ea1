/**
 * The gradient of dense layers over many rows, in tiles as in sums.ts. It is not kept: what stands at `w` takes the
 * step of plain descent, w <- w - pace g, at once. An optimiser that needs the gradient itself lets a cleared one
 * take that step, with pace -1.
 */
import { LANES, add, all, mul, sub } from './lane';

@inline
function settle(w: usize, sum: v128, pace: f32): void {
  v128.store(w, sub(v128.load(w), mul(all(pace), sum)));
}

/** The gradient of two neurons' weights for four inputs: eight sums over the rows. */
function derivatives2x4(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  pace: f32,
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
  settle(w, a0, pace);
  settle(w + 16, a1, pace);
  settle(w + 32, a2, pace);
  settle(w + 48, a3, pace);
  w += before;
  settle(w, b0, pace);
  settle(w + 16, b1, pace);
  settle(w + 32, b2, pace);
  settle(w + 48, b3, pace);
}

/** The gradient of four neurons' weights for two inputs. */
function derivatives4x2(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  pace: f32,
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
  settle(w, a0, pace);
  settle(w + 16, b0, pace);
  w += before;
  settle(w, a1, pace);
  settle(w + 16, b1, pace);
  w += before;
  settle(w, a2, pace);
  settle(w + 16, b2, pace);
  w += before;
  settle(w, a3, pace);
  settle(w + 16, b3, pace);
}

/** The gradient of four neurons' weights for one input. */
function derivatives4x1(
  rows: i32,
  before: usize,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  pace: f32,
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
  settle(w, a0, pace);
  settle(w + before, a1, pace);
  settle(w + 2 * before, a2, pace);
  settle(w + 3 * before, a3, pace);
}

/** The gradient of one neuron's weights for four inputs. */
function derivatives1x4(rows: i32, w: usize, d: usize, dStride: usize, x: usize, xStride: usize, pace: f32): void {
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
  settle(w, a0, pace);
  settle(w + 16, a1, pace);
  settle(w + 32, a2, pace);
  settle(w + 48, a3, pace);
}

function derivative(rows: i32, w: usize, d: usize, dStride: usize, x: usize, xStride: usize, pace: f32): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, mul(v128.load(d), v128.load(x)));
    d += dStride;
    x += xStride;
  }
  settle(w, a, pace);
}

/** The gradient of four neurons' biases: the sums of their deltas. */
function biases4(rows: i32, w: usize, d: usize, dStride: usize, pace: f32): void {
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
  settle(w, a0, pace);
  settle(w + 16, a1, pace);
  settle(w + 32, a2, pace);
  settle(w + 48, a3, pace);
}

function bias(rows: i32, w: usize, d: usize, dStride: usize, pace: f32): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, v128.load(d));
    d += dStride;
  }
  settle(w, a, pace);
}

/** g = sum over the rows, in their order, of delta x and of delta. */
export function derivatives(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
  pace: f32,
): void {
  const before = <usize>inputs * LANES;
  const whole = <usize>(inputs & ~3) * LANES;
  const biases = w + <usize>neurons * before;
  let i = 0;
  for (; i + 4 <= neurons; i += 4) {
    for (let k: usize = 0; k < 4; k += 2) {
      const row = w + (<usize>i + k) * before;
      const delta = d + (<usize>i + k) * LANES;
      for (let j: usize = 0; j < whole; j += 4 * LANES) {
        derivatives2x4(rows, before, row + j, delta, dStride, x + j, xStride, pace);
      }
    }
    const four = w + <usize>i * before;
    const deltas = d + <usize>i * LANES;
    let j = whole;
    for (; j + LANES < before; j += 2 * LANES) {
      derivatives4x2(rows, before, four + j, deltas, dStride, x + j, xStride, pace);
    }
    if (j < before) derivatives4x1(rows, before, four + j, deltas, dStride, x + j, xStride, pace);
    biases4(rows, biases + <usize>i * LANES, deltas, dStride, pace);
  }
  for (; i < neurons; i++) {
    const row = w + <usize>i * before;
    const delta = d + <usize>i * LANES;
    for (let j: usize = 0; j < whole; j += 4 * LANES) {
      derivatives1x4(rows, row + j, delta, dStride, x + j, xStride, pace);
    }
    for (let j = whole; j < before; j += LANES) derivative(rows, row + j, delta, dStride, x + j, xStride, pace);
    bias(rows, biases + <usize>i * LANES, delta, dStride, pace);
  }
}
