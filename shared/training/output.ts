import { exp, log, sigmoid, tanh } from './math';

const f = Math.fround;

/**
 * What the weighted sums z of a network's last layer stand for, and the cost by which it learns.
 * - `sigmoid`: one neuron, p of class 1. Cross-entropy unless `loss` says squared.
 * - `tanh`: one neuron, from -1 (class 0) to 1 (class 1); half the squared error.
 * - `softmax`: as many neurons as classes, 2 or more; cross-entropy.
 * - `linear`: one neuron, whose sum is the predicted number; half the squared error.
 */
export type Output =
  | { readonly curve: 'sigmoid'; readonly loss?: 'cross-entropy' | 'squared' }
  | { readonly curve: 'tanh' }
  | { readonly curve: 'softmax'; readonly classes: number }
  | { readonly curve: 'linear' };

export const BINARY: Output = { curve: 'sigmoid' };

/** Neurons of the last layer. */
export const outputsOf = (output: Output): number => (output.curve === 'softmax' ? output.classes : 1);

/** Classes that it decides among; 0 if it predicts a number. */
export function classesOf(output: Output): number {
  if (output.curve === 'linear') return 0;
  return output.curve === 'softmax' ? output.classes : 2;
}

/**
 * The cost of one sample whose right answer is y, in nats or in half squares; `deltas` receives its derivative by
 * each sum. Both arrays are as long as the output has neurons.
 */
export type Cost = (z: Float32Array, y: number, deltas: Float32Array) => number;

/**
 * Cross-entropy of sigmoid(z), in nats, as max(z, 0) - z y* + ln(1 + e^-|z|): it never overflows on the way. Its
 * derivative is p - y*.
 */
function binary(z: Float32Array, y: number, deltas: Float32Array): number {
  const sum = z[0] as number;
  deltas[0] = f(sigmoid(sum) - y);
  const wrong = y === 1 ? -sum : sum;
  return f((wrong > 0 ? wrong : 0) + log(f(1 + exp(sum < 0 ? sum : -sum))));
}

const halfSquare = (error: number) => f(0.5 * f(error * error));

function squaredSigmoid(z: Float32Array, y: number, deltas: Float32Array): number {
  const p = sigmoid(z[0] as number);
  const error = f(p - y);
  deltas[0] = f(error * f(p * f(1 - p)));
  return halfSquare(error);
}

function squaredTanh(z: Float32Array, y: number, deltas: Float32Array): number {
  const t = tanh(z[0] as number);
  const error = f(t - (y === 1 ? 1 : -1));
  deltas[0] = f(error * f(1 - f(t * t)));
  return halfSquare(error);
}

function squared(z: Float32Array, y: number, deltas: Float32Array): number {
  const error = f((z[0] as number) - f(y));
  deltas[0] = error;
  return halfSquare(error);
}

/** The largest; a NaN is skipped here, but it will be in the sum. */
function largest(z: Float32Array): number {
  let most = z[0] as number;
  for (let i = 1; i < z.length; i++) if ((z[i] as number) > most) most = z[i] as number;
  return most;
}

/** Cross-entropy of softmax(z): ln(sum of e^(z_i - m)) - (z_y* - m), m the largest; its derivative is p_i - [i = y*]. */
function categorical(z: Float32Array, y: number, deltas: Float32Array): number {
  const most = largest(z);
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const e = exp(f((z[i] as number) - most));
    deltas[i] = e;
    sum = f(sum + e);
  }
  for (let i = 0; i < z.length; i++) {
    const p = f((deltas[i] as number) / sum);
    deltas[i] = i === y ? f(p - 1) : p;
  }
  return f(log(sum) - f((z[y] as number) - most));
}

export function costOf(output: Output): Cost {
  switch (output.curve) {
    case 'sigmoid':
      return output.loss === 'squared' ? squaredSigmoid : binary;
    case 'tanh':
      return squaredTanh;
    case 'softmax':
      return categorical;
    case 'linear':
      return squared;
  }
}

/** The class that the sums stand for: 1 where z >= 0, as for every neuron of the slides; the first of the largest. */
export function decide(z: ArrayLike<number>): number {
  if (z.length === 1) return (z[0] as number) >= 0 ? 1 : 0;
  let best = 0;
  for (let i = 1; i < z.length; i++) if ((z[i] as number) > (z[best] as number)) best = i;
  return best;
}
