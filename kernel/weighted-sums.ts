/**
 * The weighted sums z = W x + b of dense layers over many rows (the samples of a mini-batch, or their positions).
 * Where the reference goes row by row, this goes in tiles of several neurons by several rows, so that a number that
 * has been loaded is used more than once; each sum still adds its terms in the order of
 * shared/training/layers/dense.ts. A tile has eight sums, which leaves room for what they load in the 16
 * vector registers of a processor; with more sums, or with loops unrolled, compilers run out of registers.
 *
 * `w`: the weights, neurons x before vectors, row by row, then the biases. Rows of x and z are so many bytes apart as
 * their strides say. Here `before` is the bytes of a neuron's weights, not their number.
 */
import { VECTOR, add, mul } from './vector';

/** Four neurons by two rows: a tile of eight sums. */
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
  for (let j: usize = 0; j < before; j += VECTOR) {
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

/** One neuron by four rows. */
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
  for (let j: usize = 0; j < before; j += VECTOR) {
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

/** One neuron in one row. */
function sum(before: usize, w: usize, bias: usize, x: usize, z: usize): void {
  let a = v128.load(bias);
  for (let j: usize = 0; j < before; j += VECTOR) a = add(a, mul(v128.load(w + j), v128.load(x + j)));
  v128.store(z, a);
}

/** One neuron in all rows. */
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

/** Four neurons in all rows. */
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
    sum(before, w + i * before, bias + i * VECTOR, from, to + i * VECTOR);
  }
}

/** Four neurons of two inputs, as in the first layer of a network on the plane: the weights stay in registers. */
function sumsOfTwo(rows: i32, w: usize, bias: usize, x: usize, xStride: usize, z: usize, zStride: usize): void {
  const b0 = v128.load(bias);
  const b1 = v128.load(bias, 16);
  const b2 = v128.load(bias, 32);
  const b3 = v128.load(bias, 48);
  const p0 = v128.load(w);
  const q0 = v128.load(w, 16);
  const p1 = v128.load(w, 32);
  const q1 = v128.load(w, 48);
  const p2 = v128.load(w, 64);
  const q2 = v128.load(w, 80);
  const p3 = v128.load(w, 96);
  const q3 = v128.load(w, 112);
  for (let r = 0; r < rows; r++) {
    const p = v128.load(x);
    const q = v128.load(x, 16);
    v128.store(z, add(add(b0, mul(p0, p)), mul(q0, q)));
    v128.store(z, add(add(b1, mul(p1, p)), mul(q1, q)), 16);
    v128.store(z, add(add(b2, mul(p2, p)), mul(q2, q)), 32);
    v128.store(z, add(add(b3, mul(p3, p)), mul(q3, q)), 48);
    x += xStride;
    z += zStride;
  }
}

/** z = W x + b for each row. */
export function weightedSums(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  x: usize,
  xStride: usize,
  z: usize,
  zStride: usize,
): void {
  const before = <usize>inputs * VECTOR;
  const biases = w + <usize>neurons * before;
  let i = 0;
  for (; i + 4 <= neurons; i += 4) {
    const offset = <usize>i * VECTOR;
    const row = w + <usize>i * before;
    if (inputs == 2) sumsOfTwo(rows, row, biases + offset, x, xStride, z + offset, zStride);
    else sumsOfFour(rows, before, row, biases + offset, x, xStride, z + offset, zStride);
  }
  for (; i < neurons; i++) {
    const offset = <usize>i * VECTOR;
    sumsOfNeuron(rows, before, w + <usize>i * before, biases + offset, x, xStride, z + offset, zStride);
  }
}
