/** Steps against the gradient, and penalties; rules of shared/training/optimiser.ts. */
import { LANES, add, all, div, mul, pick, sub } from './lane';

const MOMENTUM: f32 = 0.9;
const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

/** w <- w - pace g. */
export function descend(w: usize, g: usize, count: i32, pace: f32): void {
  const factor = all(pace);
  const end = g + <usize>count * LANES;
  for (; g + 4 * LANES <= end; g += 4 * LANES, w += 4 * LANES) {
    v128.store(w, sub(v128.load(w), mul(factor, v128.load(g))));
    v128.store(w, sub(v128.load(w, 16), mul(factor, v128.load(g, 16))), 16);
    v128.store(w, sub(v128.load(w, 32), mul(factor, v128.load(g, 32))), 32);
    v128.store(w, sub(v128.load(w, 48), mul(factor, v128.load(g, 48))), 48);
  }
  for (; g < end; g += LANES, w += LANES) v128.store(w, sub(v128.load(w), mul(factor, v128.load(g))));
}

/** v <- 0.9 v + pace g, w <- w - v. */
export function roll(w: usize, g: usize, v: usize, count: i32, pace: f32): void {
  const factor = all(pace);
  const end = g + <usize>count * LANES;
  for (; g < end; g += LANES, w += LANES, v += LANES) {
    const velocity = add(mul(all(MOMENTUM), v128.load(v)), mul(factor, v128.load(g)));
    v128.store(v, velocity);
    v128.store(w, sub(v128.load(w), velocity));
  }
}

/** Adam; `powers` holds the running products of both betas, `m` and `v` its means. */
export function adapt(
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
  const whole1 = all(1 - power1);
  const whole2 = all(1 - power2);
  const rest1 = all(1 - BETA1);
  const rest2 = all(1 - BETA2);
  const end = g + <usize>count * LANES;
  for (; g < end; g += LANES, w += LANES, m += LANES, v += LANES) {
    const mean = div(v128.load(g), all(samples));
    const first = add(mul(all(BETA1), v128.load(m)), mul(rest1, mean));
    const second = add(mul(all(BETA2), v128.load(v)), mul(rest2, mul(mean, mean)));
    v128.store(m, first);
    v128.store(v, second);
    const root = add(f32x4.sqrt(div(second, whole2)), all(EPSILON));
    v128.store(w, sub(v128.load(w), div(mul(all(rate), div(first, whole1)), root)));
  }
}

/** g <- g + strength w, before the step. */
export function pull(w: usize, g: usize, count: i32, strength: f32): void {
  const end = g + <usize>count * LANES;
  for (; g < end; g += LANES, w += LANES) {
    v128.store(g, add(v128.load(g), mul(all(strength), v128.load(w))));
  }
}

/** w goes `far` towards 0, and stays there if it would get past it; after the step. */
export function shrink(w: usize, count: i32, far: f32): void {
  const end = w + <usize>count * LANES;
  for (; w < end; w += LANES) {
    const value = v128.load(w);
    const above = f32x4.gt(value, all(far));
    const below = f32x4.lt(value, all(-far));
    const near = v128.and(value, f32x4.ne(value, value));
    v128.store(w, pick(sub(value, all(far)), pick(add(value, all(far)), near, below), above));
  }
}
