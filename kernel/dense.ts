/**
 * Dense layers over many rows (the samples of a mini-batch, or their positions). What the reference does row by row
 * goes in tiles here, so that a number that has been loaded is used several times; each single sum still takes up
 * its terms in the order of shared/training/layers/dense.ts.
 *
 * `w`: neurons x before vectors, row by row, then the biases. Rows of x, z, deltas and shares are so many bytes
 * apart as their strides say.
 */
import { LANES, add, all, mul } from './lane';

/** Four neurons of two rows: sums in eight registers. */
function sums4x2(before: usize, w: usize, bias: usize, x0: usize, x1: usize, z0: usize, z1: usize): void {
  let a0 = v128.load(bias);
  let a1 = v128.load(bias, 16);
  let a2 = v128.load(bias, 32);
  let a3 = v128.load(bias, 48);
  let b0 = a0;
  let b1 = a1;
  let b2 = a2;
  let b3 = a3;
  const w1 = w + before;
  const w2 = w1 + before;
  const w3 = w2 + before;
  for (let j: usize = 0; j < before; j += LANES) {
    const p = v128.load(x0 + j);
    const q = v128.load(x1 + j);
    let v = v128.load(w + j);
    a0 = add(a0, mul(v, p));
    b0 = add(b0, mul(v, q));
    v = v128.load(w1 + j);
    a1 = add(a1, mul(v, p));
    b1 = add(b1, mul(v, q));
    v = v128.load(w2 + j);
    a2 = add(a2, mul(v, p));
    b2 = add(b2, mul(v, q));
    v = v128.load(w3 + j);
    a3 = add(a3, mul(v, p));
    b3 = add(b3, mul(v, q));
  }
  v128.store(z0, a0);
  v128.store(z0, a1, 16);
  v128.store(z0, a2, 32);
  v128.store(z0, a3, 48);
  v128.store(z1, b0);
  v128.store(z1, b1, 16);
  v128.store(z1, b2, 32);
  v128.store(z1, b3, 48);
}

/** One neuron of four rows. */
function sums1x4(
  before: usize,
  w: usize,
  bias: usize,
  x: usize,
  xStride: usize,
  z: usize,
  zStride: usize,
): void {
  let a0 = v128.load(bias);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  const x1 = x + xStride;
  const x2 = x1 + xStride;
  const x3 = x2 + xStride;
  for (let j: usize = 0; j < before; j += LANES) {
    const v = v128.load(w + j);
    a0 = add(a0, mul(v, v128.load(x + j)));
    a1 = add(a1, mul(v, v128.load(x1 + j)));
    a2 = add(a2, mul(v, v128.load(x2 + j)));
    a3 = add(a3, mul(v, v128.load(x3 + j)));
  }
  v128.store(z, a0);
  v128.store(z + zStride, a1);
  v128.store(z + 2 * zStride, a2);
  v128.store(z + 3 * zStride, a3);
}

/** One neuron of one row. */
function sum(before: usize, w: usize, bias: usize, x: usize, z: usize): void {
  let a = v128.load(bias);
  for (let j: usize = 0; j < before; j += LANES) a = add(a, mul(v128.load(w + j), v128.load(x + j)));
  v128.store(z, a);
}

/** One neuron of all rows. */
function sumsOfNeuron(
  rows: i32,
  before: usize,
  w: usize,
  bias: usize,
  x: usize,
  xStride: usize,
  z: usize,
  zStride: usize,
): void {
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    sums1x4(before, w, bias, x + <usize>r * xStride, xStride, z + <usize>r * zStride, zStride);
  }
  for (; r < rows; r++) sum(before, w, bias, x + <usize>r * xStride, z + <usize>r * zStride);
}

/** Four neurons of all rows. */
function sumsOfFour(
  rows: i32,
  before: usize,
  w: usize,
  bias: usize,
  x: usize,
  xStride: usize,
  z: usize,
  zStride: usize,
): void {
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    const from = x + <usize>r * xStride;
    const to = z + <usize>r * zStride;
    sums4x2(before, w, bias, from, from + xStride, to, to + zStride);
  }
  if (r == rows) return;
  const from = x + <usize>r * xStride;
  const to = z + <usize>r * zStride;
  for (let i: usize = 0; i < 4; i++) {
    sum(before, w + i * before, bias + i * LANES, from, to + i * LANES);
  }
}

/** z = W x + b for each row. */
export function sums(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  x: usize,
  xStride: usize,
  z: usize,
  zStride: usize,
): void {
  const before = <usize>inputs * LANES;
  const biases = w + <usize>neurons * before;
  let i = 0;
  for (; i + 4 <= neurons; i += 4) {
    const place = <usize>i * LANES;
    sumsOfFour(rows, before, w + <usize>i * before, biases + place, x, xStride, z + place, zStride);
  }
  for (; i < neurons; i++) {
    const place = <usize>i * LANES;
    sumsOfNeuron(rows, before, w + <usize>i * before, biases + place, x, xStride, z + place, zStride);
  }
}

/** The gradient of two neurons' weights for four inputs: eight sums over the rows. */
function derivatives2x4(
  rows: i32,
  before: usize,
  g: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
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
  v128.store(g, a0);
  v128.store(g, a1, 16);
  v128.store(g, a2, 32);
  v128.store(g, a3, 48);
  g += before;
  v128.store(g, b0);
  v128.store(g, b1, 16);
  v128.store(g, b2, 32);
  v128.store(g, b3, 48);
}

/** The gradient of four neurons' weights for one input. */
function derivatives4x1(
  rows: i32,
  before: usize,
  g: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
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
  v128.store(g, a0);
  v128.store(g + before, a1);
  v128.store(g + 2 * before, a2);
  v128.store(g + 3 * before, a3);
}

/** The gradient of one neuron's weights for four inputs. */
function derivatives1x4(rows: i32, g: usize, d: usize, dStride: usize, x: usize, xStride: usize): void {
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
  v128.store(g, a0);
  v128.store(g, a1, 16);
  v128.store(g, a2, 32);
  v128.store(g, a3, 48);
}

function derivative(rows: i32, g: usize, d: usize, dStride: usize, x: usize, xStride: usize): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, mul(v128.load(d), v128.load(x)));
    d += dStride;
    x += xStride;
  }
  v128.store(g, a);
}

/** The gradient of a bias: the sum of its deltas. */
function derivativeOfBias(rows: i32, g: usize, d: usize, dStride: usize): void {
  let a = all(0);
  for (let r = 0; r < rows; r++) {
    a = add(a, v128.load(d));
    d += dStride;
  }
  v128.store(g, a);
}

/** g = sum over the rows, in their order, of delta x and of delta. */
export function derivatives(
  rows: i32,
  inputs: i32,
  neurons: i32,
  g: usize,
  d: usize,
  dStride: usize,
  x: usize,
  xStride: usize,
): void {
  const before = <usize>inputs * LANES;
  const whole = <usize>(inputs & ~3) * LANES;
  const biases = g + <usize>neurons * before;
  for (let i = 0; i < neurons; i++) {
    derivativeOfBias(rows, biases + <usize>i * LANES, d + <usize>i * LANES, dStride);
  }
  let i = 0;
  for (; i + 4 <= neurons; i += 4) {
    for (let k: usize = 0; k < 4; k += 2) {
      const row = g + (<usize>i + k) * before;
      const delta = d + (<usize>i + k) * LANES;
      for (let j: usize = 0; j < whole; j += 4 * LANES) {
        derivatives2x4(rows, before, row + j, delta, dStride, x + j, xStride);
      }
    }
    for (let j = whole; j < before; j += LANES) {
      derivatives4x1(rows, before, g + <usize>i * before + j, d + <usize>i * LANES, dStride, x + j, xStride);
    }
  }
  for (; i < neurons; i++) {
    const row = g + <usize>i * before;
    const delta = d + <usize>i * LANES;
    for (let j: usize = 0; j < whole; j += 4 * LANES) {
      derivatives1x4(rows, row + j, delta, dStride, x + j, xStride);
    }
    for (let j = whole; j < before; j += LANES) derivative(rows, row + j, delta, dStride, x + j, xStride);
  }
}

/** Four inputs' shares of the error in two rows. */
function shares4x2(before: usize, neurons: i32, w: usize, d0: usize, d1: usize, s0: usize, s1: usize): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const end = d0 + <usize>neurons * LANES;
  while (d0 < end) {
    const p = v128.load(d0);
    const q = v128.load(d1);
    let v = v128.load(w);
    a0 = add(a0, mul(v, p));
    b0 = add(b0, mul(v, q));
    v = v128.load(w, 16);
    a1 = add(a1, mul(v, p));
    b1 = add(b1, mul(v, q));
    v = v128.load(w, 32);
    a2 = add(a2, mul(v, p));
    b2 = add(b2, mul(v, q));
    v = v128.load(w, 48);
    a3 = add(a3, mul(v, p));
    b3 = add(b3, mul(v, q));
    d0 += LANES;
    d1 += LANES;
    w += before;
  }
  v128.store(s0, a0);
  v128.store(s0, a1, 16);
  v128.store(s0, a2, 32);
  v128.store(s0, a3, 48);
  v128.store(s1, b0);
  v128.store(s1, b1, 16);
  v128.store(s1, b2, 32);
  v128.store(s1, b3, 48);
}

/** One input's share of the error in one row. */
function share(before: usize, neurons: i32, w: usize, d: usize, s: usize): void {
  let a = all(0);
  for (let i = 0; i < neurons; i++) {
    a = add(a, mul(v128.load(w), v128.load(d)));
    d += LANES;
    w += before;
  }
  v128.store(s, a);
}

/** s_j = sum over the neurons, in their order, of W_ij delta_i, for each row. */
export function shares(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  d: usize,
  dStride: usize,
  s: usize,
  sStride: usize,
): void {
  const before = <usize>inputs * LANES;
  const whole = <usize>(inputs & ~3) * LANES;
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    const from = d + <usize>r * dStride;
    const to = s + <usize>r * sStride;
    for (let j: usize = 0; j < whole; j += 4 * LANES) {
      shares4x2(before, neurons, w + j, from, from + dStride, to + j, to + sStride + j);
    }
  }
  const paired = r;
  for (r = 0; r < rows; r++) {
    const from = d + <usize>r * dStride;
    const to = s + <usize>r * sStride;
    const start = r < paired ? whole : 0;
    for (let j = start; j < before; j += LANES) share(before, neurons, w + j, from, to + j);
  }
}
