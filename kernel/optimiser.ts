/** The optimisers' steps against the gradient, and the penalties; formulas of shared/training/optimiser.ts. */
import { VECTOR, add, all, div, mul, pick, sub } from './vector';

const MOMENTUM: f32 = 0.9;
const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

/** Plain descent: w <- w - stepSize g. */
export function sgdStep(w: usize, g: usize, count: i32, stepSize: f32): void {
  const factor = all(stepSize);
  const end = g + <usize>count * VECTOR;
  for (; g + 4 * VECTOR <= end; g += 4 * VECTOR, w += 4 * VECTOR) {
    v128.store(w, sub(v128.load(w), mul(factor, v128.load(g))));
    v128.store(w, sub(v128.load(w, 16), mul(factor, v128.load(g, 16))), 16);
    v128.store(w, sub(v128.load(w, 32), mul(factor, v128.load(g, 32))), 32);
    v128.store(w, sub(v128.load(w, 48), mul(factor, v128.load(g, 48))), 48);
  }
  for (; g < end; g += VECTOR, w += VECTOR) v128.store(w, sub(v128.load(w), mul(factor, v128.load(g))));
}

/** Descent with momentum: v <- 0.9 v + stepSize g, w <- w - v. */
export function momentumStep(w: usize, g: usize, v: usize, count: i32, stepSize: f32): void {
  const factor = all(stepSize);
  const end = g + <usize>count * VECTOR;
  for (; g < end; g += VECTOR, w += VECTOR, v += VECTOR) {
    const velocity = add(mul(all(MOMENTUM), v128.load(v)), mul(factor, v128.load(g)));
    v128.store(v, velocity);
    v128.store(w, sub(v128.load(w), velocity));
  }
}

/** Adam: `m` and `v` are its running means of g and g^2, `powers` holds BETA1^t and BETA2^t, running products. */
export function adamStep(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  count: i32,
  powers: usize,
  rate: f32,
  samples: f32,
): void {
  const power1 = load<f32>(powers) * BETA1;
  const power2 = load<f32>(powers, 4) * BETA2;
  store<f32>(powers, power1);
  store<f32>(powers, power2, 4);
  const correction1 = all(1 - power1);
  const correction2 = all(1 - power2);
  const rest1 = all(1 - BETA1);
  const rest2 = all(1 - BETA2);
  const end = g + <usize>count * VECTOR;
  for (; g < end; g += VECTOR, w += VECTOR, m += VECTOR, v += VECTOR) {
    const mean = div(v128.load(g), all(samples));
    const first = add(mul(all(BETA1), v128.load(m)), mul(rest1, mean));
    const second = add(mul(all(BETA2), v128.load(v)), mul(rest2, mul(mean, mean)));
    v128.store(m, first);
    v128.store(v, second);
    const root = add(f32x4.sqrt(div(second, correction2)), all(EPSILON));
    v128.store(w, sub(v128.load(w), div(mul(all(rate), div(first, correction1)), root)));
  }
}

/** The gradient of the L2 penalty, added before the step: g <- g + strength w. */
export function l2Gradient(w: usize, g: usize, count: i32, strength: f32): void {
  const end = g + <usize>count * VECTOR;
  for (; g < end; g += VECTOR, w += VECTOR) {
    v128.store(g, add(v128.load(g), mul(all(strength), v128.load(w))));
  }
}

/** The L1 penalty, after the step: each weight moves by `distance` towards 0 and stops there (soft threshold). */
export function l1SoftThreshold(w: usize, count: i32, distance: f32): void {
  const end = w + <usize>count * VECTOR;
  for (; w < end; w += VECTOR) {
    const value = v128.load(w);
    const above = f32x4.gt(value, all(distance));
    const below = f32x4.lt(value, all(-distance));
    // 0, or NaN where the weight is NaN.
    const zero = v128.and(value, f32x4.ne(value, value));
    v128.store(w, pick(sub(value, all(distance)), pick(add(value, all(distance)), zero, below), above));
  }
}
