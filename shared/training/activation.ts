import { sigmoid, tanh } from './math';

export const activations = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
export type Activation = (typeof activations)[number];

const f = Math.fround;

/** An activation as a small integer, because the innermost loops compare it: faster than comparing texts. */
export type ActivationCode = 0 | 1 | 2 | 3;

const CODES = { linear: 0, relu: 1, tanh: 2, sigmoid: 3 } as const satisfies Record<
  Activation,
  ActivationCode
>;

export const activationCode = (activation: Activation): ActivationCode => CODES[activation];

/** The output of a neuron whose sum is z. relu of NaN is 0: a NaN has to be looked for among the parameters. */
export function activate(code: ActivationCode, z: number): number {
  if (code === 2) return tanh(z);
  if (code === 1) return z > 0 ? z : 0;
  if (code === 3) return sigmoid(z);
  return z;
}

/** The derivative where the output is a: for each of these functions the output alone determines it. */
export function slope(code: ActivationCode, a: number): number {
  if (code === 2) return f(1 - f(a * a));
  if (code === 1) return a > 0 ? 1 : 0;
  if (code === 3) return f(a * f(1 - a));
  return 1;
}
