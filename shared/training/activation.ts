import { sigmoid, tanh } from './math';

export const activations = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
export type Activation = (typeof activations)[number];

const f = Math.fround;

/** A small integer: the innermost loops compare it instead of a text. */
export type Curve = 0 | 1 | 2 | 3;

const CURVES = { linear: 0, relu: 1, tanh: 2, sigmoid: 3 } as const satisfies Record<Activation, Curve>;

export const curveOf = (activation: Activation): Curve => CURVES[activation];

/** The output of a neuron whose sum is z. relu of NaN is 0: a NaN has to be looked for among the parameters. */
export function activate(curve: Curve, z: number): number {
  if (curve === 2) return tanh(z);
  if (curve === 1) return z > 0 ? z : 0;
  if (curve === 3) return sigmoid(z);
  return z;
}

/** The slope where the output is a; every one of these curves tells its slope by its output. */
export function slope(curve: Curve, a: number): number {
  if (curve === 2) return f(1 - f(a * a));
  if (curve === 1) return a > 0 ? 1 : 0;
  if (curve === 3) return f(a * f(1 - a));
  return 1;
}
