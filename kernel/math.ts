/** exp, tanh, sigmoid and log of the reference (shared/training/math.ts), operation by operation, in four lanes. */
import { add, all, div, mul, pick, sub } from './vector';

/** Added and taken away again it leaves the nearest integer of anything below 2^22. */
const ROUND: f32 = 12582912.0;
const LOG2_E: f32 = 1.44269504;
/** ln 2 in two parts; the first has so few bits that its product with an exponent is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;
/** The bits of a float: its sign, and all others. */
const SIGN: i32 = 0x80000000;
const MAGNITUDE: i32 = 0x7fffffff;
/** The bits of 1.0: adding n << 23 to them gives those of 2^n. */
const ONE_BITS: i32 = 0x3f800000;

@inline
function horner(p: v128, x: v128, c: f32): v128 {
  return add(mul(p, x), all(c));
}

/**
 * What tanh is made of, in memory: V8 from 13 on makes a constant anew wherever it is used, in two operations of which
 * one waits for the other; one that is read and spread is a single one.
 */
const TANH_CAP: usize = memory.data<f32>([9.1]);
const TANH_LOG2_E: usize = memory.data<f32>([LOG2_E]);
const TANH_ROUND: usize = memory.data<f32>([ROUND]);
const TANH_LN2: usize = memory.data<f32>([LN2_HIGH, LN2_LOW]);
const TANH_BITS: usize = memory.data<i32>([MAGNITUDE, SIGN, ONE_BITS]);
const TANH_WHOLE: usize = memory.data<f32>([1, 2]);
/** e^r - 1 = r + r^2 (p0 + p1 r + p2 r^2 + ...), |r| at most half of ln 2. */
const TANH_P: usize = memory.data<f32>([4.99999981e-1, 1.66665432e-1, 4.16672018e-2, 8.36658035e-3, 1.38825099e-3]);
/** Below it tanh x = x + x^3 (q0 + q1 x^2 + q2 x^4). */
const TANH_NEAR: usize = memory.data<f32>([0.3]);
const TANH_Q: usize = memory.data<f32>([-3.33330631e-1, 1.33148685e-1, -5.03685027e-2]);

/** The number at `table`, `i` numbers on, in each lane. */
@inline
function read(table: usize, i: usize = 0): v128 {
  return v128.load32_splat(table + 4 * i);
}

@inline
function tanhNearZero(x: v128): v128 {
  const s = mul(x, x);
  let q = add(mul(read(TANH_Q, 2), s), read(TANH_Q, 1));
  q = add(mul(q, s), read(TANH_Q));
  return add(mul(mul(q, s), x), x);
}

@inline
export function tanh(x: v128): v128 {
  const magnitude = v128.and(x, read(TANH_BITS));
  const capped = f32x4.pmin(magnitude, read(TANH_CAP));
  const y = add(capped, capped);
  const shifted = add(mul(y, read(TANH_LOG2_E)), read(TANH_ROUND));
  const n = sub(shifted, read(TANH_ROUND));
  const scale = i32x4.add(i32x4.shl(shifted, 23), read(TANH_BITS, 2));
  const r = sub(sub(y, mul(n, read(TANH_LN2))), mul(n, read(TANH_LN2, 1)));
  const r2 = mul(r, r);
  const low = add(mul(read(TANH_P, 1), r), read(TANH_P));
  let p = add(mul(read(TANH_P, 3), r), read(TANH_P, 2));
  p = add(mul(read(TANH_P, 4), r2), p);
  p = add(mul(p, r2), low);
  p = add(mul(p, r2), r);
  const e = add(mul(scale, p), sub(scale, read(TANH_WHOLE)));
  const t = pick(tanhNearZero(x), div(e, add(e, read(TANH_WHOLE, 1))), f32x4.lt(magnitude, read(TANH_NEAR)));
  // The sign comes last, because the sum near zero loses that of a zero.
  return v128.or(t, v128.and(x, read(TANH_BITS, 1)));
}

/** 2^n, n from -126 to 127. */
@inline
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

@inline
export function exp(x: v128): v128 {
  // Of what is beyond both ends only the pick at the end is seen; within them nothing overflows.
  const inside = f32x4.pmax(f32x4.pmin(x, all(88.72283)), all(-104));
  const n = sub(add(mul(inside, all(LOG2_E)), all(ROUND)), all(ROUND));
  const high = sub(inside, mul(n, all(LN2_HIGH)));
  const low = mul(n, all(LN2_LOW));
  const r = sub(high, low);
  let p = horner(all(1.98756915e-4), r, 1.39819995e-3);
  p = horner(p, r, 8.33345191e-3);
  p = horner(p, r, 4.16657959e-2);
  p = horner(p, r, 1.66666655e-1);
  p = horner(p, r, 5.00000012e-1);
  const y = add(add(sub(mul(p, mul(r, r)), low), high), all(1));
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  const scaled = mul(mul(y, power(half)), power(i32x4.sub(whole, half)));
  const over = f32x4.gt(x, all(88.72283));
  const under = f32x4.lt(x, all(-104));
  return v128.andnot(pick(all(Infinity), scaled, over), under);
}

/** 1 / (1 + e^-x), from e = e^-|x| and 1 + e. */
@inline
export function sigmoidBy(x: v128, e: v128, onePlusE: v128): v128 {
  const negative = f32x4.lt(x, all(0));
  const quotient = div(pick(e, all(1), negative), onePlusE);
  return pick(sub(e, mul(e, quotient)), quotient, negative);
}

/** e^-|x|. */
@inline
export function expOfMinusMagnitude(x: v128): v128 {
  return exp(v128.or(x, i32x4.splat(SIGN)));
}

@inline
export function sigmoid(x: v128): v128 {
  const e = expOfMinusMagnitude(x);
  return sigmoidBy(x, e, add(all(1), e));
}

const SQRT_HALF: f32 = 0.707106781;

/** The natural logarithm of a number from 1 on; of NaN it is NaN, of infinity infinity. */
@inline
export function logFromOne(x: v128): v128 {
  let n = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  let r = v128.or(v128.and(x, i32x4.splat(0x7fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(r, all(SQRT_HALF));
  n = i32x4.add(n, low);
  r = sub(pick(add(r, r), r, low), all(1));
  const s = mul(r, r);
  let p = horner(all(7.0376836e-2), r, -1.15146101e-1);
  p = horner(p, r, 1.16769987e-1);
  p = horner(p, r, -1.24201409e-1);
  p = horner(p, r, 1.42493233e-1);
  p = horner(p, r, -1.66680574e-1);
  p = horner(p, r, 2.00007148e-1);
  p = horner(p, r, -2.49999939e-1);
  p = horner(p, r, 3.33333312e-1);
  const k = f32x4.convert_i32x4_s(n);
  let y = add(mul(mul(p, r), s), mul(k, all(LN2_LOW)));
  y = sub(y, mul(mul(all(0.5), r), r));
  const result = add(add(r, y), mul(k, all(LN2_HIGH)));
  return pick(result, x, f32x4.lt(x, all(Infinity)));
}
