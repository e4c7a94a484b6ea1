/**
 * The errors of dense layers' inputs (the derivatives of the cost by them) over many rows, in tiles as in
 * weighted-sums.ts.
 */
import { VECTOR, add, all, mul } from './vector';

/** The errors of four inputs in two rows. */
function errors4x2(
  before: usize,
  neurons: i32,
  w: usize,
  d0: usize,
  d1: usize,
  e0: usize,
  e1: usize,
  accumulate: bool,
): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  if (accumulate) {
    a0 = v128.load(e0);
    a1 = v128.load(e0, 16);
    a2 = v128.load(e0, 32);
    a3 = v128.load(e0, 48);
    b0 = v128.load(e1);
    b1 = v128.load(e1, 16);
    b2 = v128.load(e1, 32);
    b3 = v128.load(e1, 48);
  }
  const end = d0 + <usize>neurons * VECTOR;
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
    d0 += VECTOR;
    d1 += VECTOR;
    w += before;
  }
  v128.store(e0, a0);
  v128.store(e0, a1, 16);
  v128.store(e0, a2, 32);
  v128.store(e0, a3, 48);
  v128.store(e1, b0);
  v128.store(e1, b1, 16);
  v128.store(e1, b2, 32);
  v128.store(e1, b3, 48);
}

/** The error of one input in one row. */
function error1x1(before: usize, neurons: i32, w: usize, d: usize, e: usize, accumulate: bool): void {
  let a = accumulate ? v128.load(e) : all(0);
  for (let i = 0; i < neurons; i++) {
    a = add(a, mul(v128.load(w), v128.load(d)));
    d += VECTOR;
    w += before;
  }
  v128.store(e, a);
}

/**
 * e_j is the sum over the neurons, in their order, of W_ij delta_i, for each row. It begins at 0, or with `accumulate`
 * at what stands there already.
 */
export function inputErrors(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  d: usize,
  dStride: usize,
  e: usize,
  eStride: usize,
  accumulate: bool,
): void {
  const before = <usize>inputs * VECTOR;
  const whole = <usize>(inputs & ~3) * VECTOR;
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    const from = d + <usize>r * dStride;
    const to = e + <usize>r * eStride;
    for (let j: usize = 0; j < whole; j += 4 * VECTOR) {
      errors4x2(before, neurons, w + j, from, from + dStride, to + j, to + eStride + j, accumulate);
    }
  }
  const paired = r;
  for (r = 0; r < rows; r++) {
    const from = d + <usize>r * dStride;
    const to = e + <usize>r * eStride;
    const start = r < paired ? whole : 0;
    for (let j = start; j < before; j += VECTOR) error1x1(before, neurons, w + j, from, to + j, accumulate);
  }
}
