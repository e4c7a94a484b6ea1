import { activate, type Curve } from './activation';
import type { Shape } from './shape';

const f = Math.fround;

/**
 * One point through the network. `outputs` holds the point in its first two places and receives every neuron's
 * output; the last neuron's place receives its sum z, before the sigmoid, and z is returned.
 *
 * The order of the sum is part of the definition: z starts as b and takes up W x from the first input to the last.
 */
export function forward(shape: Shape, curve: Curve, weights: Float32Array, outputs: Float32Array): number {
  const { sizes, units, params } = shape;
  const last = sizes.length - 1;
  let z = 0;
  for (let l = 1; l <= last; l++) {
    const neurons = sizes[l] as number;
    const before = sizes[l - 1] as number;
    const input = units[l - 1] as number;
    const output = units[l] as number;
    let w = params[l] as number;
    const biases = w + neurons * before;
    for (let i = 0; i < neurons; i++) {
      z = weights[biases + i] as number;
      for (let j = 0; j < before; j++) {
        z = f(z + f((weights[w + j] as number) * (outputs[input + j] as number)));
      }
      w += before;
      outputs[output + i] = l === last ? z : activate(curve, z);
    }
  }
  return z;
}
