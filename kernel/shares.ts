/** The inputs' shares of the error of dense layers over many rows, in tiles as in sums.ts. */
import { LANES, add, all, mul } from './lane';

/** Four inputs' shares of the error in two rows. */
function shares4x2(before: usize, neurons: i32, w: usize, d0: usize, d1: usize, s0: usize, s1: usize, more: bool): void {
  let a0 = all(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  if (more) {
    a0 = v128.load(s0);
    a1 = v128.load(s0, 16);
    a2 = v128.load(s0, 32);
    a3 = v128.load(s0, 48);
    b0 = v128.load(s1);
    b1 = v128.load(s1, 16);
    b2 = v128.load(s1, 32);
    b3 = v128.load(s1, 48);
  }
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
function share(before: usize, neurons: i32, w: usize, d: usize, s: usize, more: bool): void {
  let a = more ? v128.load(s) : all(0);
  for (let i = 0; i < neurons; i++) {
    a = add(a, mul(v128.load(w), v128.load(d)));
    d += LANES;
    w += before;
  }
  v128.store(s, a);
}

/** s_j = sum over the neurons, in their order, of W_ij delta_i, for each row; begun at 0, or with `more` at what stands there. */
export function shares(
  rows: i32,
  inputs: i32,
  neurons: i32,
  w: usize,
  d: usize,
  dStride: usize,
  s: usize,
  sStride: usize,
  more: bool,
): void {
  const before = <usize>inputs * LANES;
  const whole = <usize>(inputs & ~3) * LANES;
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    const from = d + <usize>r * dStride;
    const to = s + <usize>r * sStride;
    for (let j: usize = 0; j < whole; j += 4 * LANES) {
      shares4x2(before, neurons, w + j, from, from + dStride, to + j, to + sStride + j, more);
    }
  }
  const paired = r;
  for (r = 0; r < rows; r++) {
    const from = d + <usize>r * dStride;
    const to = s + <usize>r * sStride;
    const start = r < paired ? whole : 0;
    for (let j = start; j < before; j += LANES) share(before, neurons, w + j, from, to + j, more);
  }
}
