/**
 * exp, tanh, sigmoid and log in 32-bit floats, from + - * / and integer operations on the bits alone: the same
 * bits in every engine. Each operation rounds to 32 bits (`f`). The polynomials of exp and log are those of
 * S. Moshier's Cephes (expf, logf); those of tanh are fits of our own. test/shared/training/math.test.ts measures the
 * worst errors that are stated here.
 */
const f = Math.fround;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** Adding and taking it away leaves the nearest integer, ties to even, of anything below 2^22. */
const ROUND = 12582912;
const LOG2_E = f(1.44269504);
/** ln 2 in two parts; the first has so few bits that its product with an exponent is exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = f(-2.1219444e-4);

const EXP_MAX = f(88.72283);
const EXP_MIN = -104;
const E0 = f(1.98756915e-4);
const E1 = f(1.39819995e-3);
const E2 = f(8.33345191e-3);
const E3 = f(4.16657959e-2);
const E4 = f(1.66666655e-1);
const E5 = f(5.00000012e-1);

/** 2^n as a float, n from -126 to 127. */
function power(n: number): number {
  bits[0] = (n + 127) << 23;
  return float[0] as number;
}

/** e^x; within 1 ulp, above 88.72283 infinite. */
export function exp(x: number): number {
  if (x > EXP_MAX) return Infinity;
  if (x < EXP_MIN) return 0;
  const n = f(f(f(x * LOG2_E) + ROUND) - ROUND);
  const high = f(x - f(n * LN2_HIGH));
  const low = f(n * LN2_LOW);
  const r = f(high - low);
  let p = f(f(E0 * r) + E1);
  p = f(f(p * r) + E2);
  p = f(f(p * r) + E3);
  p = f(f(p * r) + E4);
  p = f(f(p * r) + E5);
  // `high` and `low` once more, instead of r, which has been rounded.
  const y = f(f(f(f(p * f(r * r)) - low) + high) + 1);
  // In two steps: 2^n itself may lie outside the floats while the product does not.
  const half = n >> 1;
  return f(f(y * power(half)) * power(n - half));
}

/** Below this tanh is a polynomial in x; from here on it is computed from e^2|x| - 1. */
const TANH_SMALL = f(0.3);
/** From here on as here: from 9.02 on the nearest float to tanh is 1. */
const TANH_MAX = f(9.1);
const T0 = f(-5.03685027e-2);
const T1 = f(1.33148685e-1);
const T2 = f(-3.33330631e-1);
const M0 = f(1.38825099e-3);
const M1 = f(8.36658035e-3);
const M2 = f(4.16672018e-2);
const M3 = f(1.66665432e-1);
const M4 = f(4.99999981e-1);

/** x + x^3 P(x^2), |x| below 0.3; of a zero itself, whose sign the sum would lose. */
function tanhNearZero(x: number): number {
  if (x === 0) return x;
  const s = f(x * x);
  let p = f(f(T0 * s) + T1);
  p = f(f(p * s) + T2);
  return f(f(f(p * s) * x) + x);
}

/**
 * tanh x; within 1.5 ulp. With E = e^2|x| - 1 it is E / (E + 2): one division, and E comes without cancellation as
 * 2^n (e^r - 1) + (2^n - 1). Coefficients: minimax fits of ours, rounded to floats; relative errors 1.8e-8 (of e^r - 1 on
 * |r| <= ln 2 / 2) and 1.3e-8 (of tanh near zero). tanh(-0) is -0.
 */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < TANH_SMALL) return tanhNearZero(x);
  const y = f(2 * (size > TANH_MAX ? TANH_MAX : size));
  const n = f(f(f(y * LOG2_E) + ROUND) - ROUND);
  const r = f(f(y - f(n * LN2_HIGH)) - f(n * LN2_LOW));
  // P in pairs (Estrin): shorter chains than Horner's.
  const s = f(r * r);
  let p = f(f(M1 * r) + M2);
  p = f(f(M0 * s) + p);
  p = f(f(p * s) + f(f(M3 * r) + M4));
  p = f(f(p * s) + r);
  const scale = power(n);
  const e = f(f(scale * p) + f(scale - 1));
  const t = f(e / f(e + 2));
  return x < 0 ? -t : t;
}

/** 1 / (1 + e^-x); within 2 ulp. */
export function sigmoid(x: number): number {
  if (!(x < 0)) return f(1 / f(1 + exp(-x)));
  const e = exp(x);
  // e / (1 + e) as e less its share: down the tail the share is small, and so is what rounding does to it.
  return f(e - f(e * f(e / f(1 + e))));
}

const SQRT_HALF = f(0.707106781);
const TWO_23 = 8388608;
const SMALLEST_NORMAL = 1.1754943508222875e-38;
const L0 = f(7.0376836e-2);
const L1 = f(-1.15146101e-1);
const L2 = f(1.16769987e-1);
const L3 = f(-1.24201409e-1);
const L4 = f(1.42493233e-1);
const L5 = f(-1.66680574e-1);
const L6 = f(2.00007148e-1);
const L7 = f(-2.49999939e-1);
const L8 = f(3.33333312e-1);

/** ln(1 + r), r from sqrt(1/2) - 1 to sqrt(2) - 1, without its first term r: that one is added last. */
function logTail(r: number): number {
  const s = f(r * r);
  let p = f(f(L0 * r) + L1);
  p = f(f(p * r) + L2);
  p = f(f(p * r) + L3);
  p = f(f(p * r) + L4);
  p = f(f(p * r) + L5);
  p = f(f(p * r) + L6);
  p = f(f(p * r) + L7);
  p = f(f(p * r) + L8);
  return f(f(p * r) * s);
}

/** The natural logarithm; within 1 ulp. Of 0 minus infinity, of less not a number. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const subnormal = x < SMALLEST_NORMAL;
  float[0] = subnormal ? x * TWO_23 : x;
  const pattern = bits[0] as number;
  let n = (pattern >> 23) - (subnormal ? 149 : 126);
  bits[0] = (pattern & 0x7fffff) | 0x3f000000;
  let r = float[0];
  if (r < SQRT_HALF) {
    n -= 1;
    r = f(r + r);
  }
  r = f(r - 1);
  let y = f(logTail(r) + f(n * LN2_LOW));
  y = f(y - f(f(0.5 * r) * r));
  return f(f(r + y) + f(n * LN2_HIGH));
}
