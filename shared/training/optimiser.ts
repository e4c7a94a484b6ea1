import type { Network } from './network';

const f = Math.fround;

export const optimisers = ['sgd', 'momentum', 'adam'] as const;
export type OptimiserName = (typeof optimisers)[number];

/** Of momentum: the part of the last step that is added to the next. Sutskever et al. 2013 and most books: 0.9. */
export const MOMENTUM = f(0.9);
/** Of Adam: Kingma and Ba 2015, algorithm 1 and its defaults. */
export const BETA1 = f(0.9);
export const BETA2 = f(0.999);
export const EPSILON = f(1e-8);

/** Penalties of the recipe, in 32 bits; 0: none. */
export interface Penalties {
  readonly l1: number;
  readonly l2: number;
}

/** One step against the gradient of `samples` samples. */
export type Step = (weights: Float32Array, gradient: Float32Array, samples: number) => void;

/** w <- w - (rate / samples) g, the quotient rounded first. */
function sgd(rate: number): Step {
  return (weights, gradient, samples) => {
    const stepSize = f(rate / samples);
    for (let w = 0; w < weights.length; w++) {
      weights[w] = f((weights[w] as number) - f(stepSize * (gradient[w] as number)));
    }
  };
}

/** v <- 0.9 v + (rate / samples) g, w <- w - v. */
function momentum(rate: number, count: number): Step {
  const velocity = new Float32Array(count);
  return (weights, gradient, samples) => {
    const stepSize = f(rate / samples);
    for (let w = 0; w < weights.length; w++) {
      const v = f(f(MOMENTUM * (velocity[w] as number)) + f(stepSize * (gradient[w] as number)));
      velocity[w] = v;
      weights[w] = f((weights[w] as number) - v);
    }
  };
}

/**
 * With g the mean gradient (the sum divided by `samples`): m <- b1 m + (1 - b1) g, v <- b2 v + (1 - b2) g g,
 * w <- w - rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + e). The powers are running products.
 */
function adam(rate: number, count: number): Step {
  const m = new Float32Array(count);
  const v = new Float32Array(count);
  const [rest1, rest2] = [f(1 - BETA1), f(1 - BETA2)];
  let [power1, power2] = [1, 1];
  return (weights, gradient, samples) => {
    power1 = f(power1 * BETA1);
    power2 = f(power2 * BETA2);
    const [correction1, correction2] = [f(1 - power1), f(1 - power2)];
    for (let w = 0; w < weights.length; w++) {
      const g = f((gradient[w] as number) / samples);
      const first = f(f(BETA1 * (m[w] as number)) + f(rest1 * g));
      const second = f(f(BETA2 * (v[w] as number)) + f(rest2 * f(g * g)));
      m[w] = first;
      v[w] = second;
      const root = f(f(Math.sqrt(f(second / correction2))) + EPSILON);
      weights[w] = f((weights[w] as number) - f(f(rate * f(first / correction1)) / root));
    }
  };
}

function plain(name: OptimiserName, rate: number, count: number): Step {
  if (name === 'momentum') return momentum(rate, count);
  return name === 'adam' ? adam(rate, count) : sgd(rate);
}

/** L2: each sample's cost includes (l2 / 2) w^2 for each weight, so samples x l2 x w is added to the summed gradient. */
function l2Gradient(weights: Float32Array, gradient: Float32Array, w: number, strength: number): void {
  gradient[w] = f((gradient[w] as number) + f(strength * (weights[w] as number)));
}

/** L1: after the step each weight moves by `distance` towards 0 and stops there (soft threshold). A NaN stays one. */
function l1SoftThreshold(weights: Float32Array, w: number, distance: number): void {
  const value = weights[w] as number;
  if (value > distance) weights[w] = f(value - distance);
  else if (value < -distance) weights[w] = f(value + distance);
  else if (value === value) weights[w] = 0;
}

/** Calls `visit` with the index of every weight; biases and gains are never penalised. */
function eachWeight({ groups }: Network, visit: (w: number) => void): void {
  for (const { kind, first, count } of groups) {
    if (kind !== 'weights') continue;
    for (let w = first; w < first + count; w++) visit(w);
  }
}

/** The step of an optimiser with penalties; `rate` is a 32-bit float. Source of the L1 rule: Parikh and Boyd 2014, 6.5.2. */
export function stepOf(name: OptimiserName, rate: number, { l1, l2 }: Penalties, network: Network): Step {
  const step = plain(name, rate, network.parameterCount);
  if (l1 === 0 && l2 === 0) return step;
  const distance = f(rate * l1);
  return (weights, gradient, samples) => {
    const strength = f(samples * l2);
    if (l2 !== 0) eachWeight(network, (w) => l2Gradient(weights, gradient, w, strength));
    step(weights, gradient, samples);
    if (l1 !== 0) eachWeight(network, (w) => l1SoftThreshold(weights, w, distance));
  };
}
