import { slope, type Curve } from './activation';
import type { Shape } from './shape';

const f = Math.fround;

/** The arrays of one network while it learns; all are as long as the shape says and are used again and again. */
export interface Workspace {
  /** Every neuron's output for the present point, the point itself first. */
  readonly outputs: Float32Array;
  /** The derivative of the present point's loss by every neuron's sum z. */
  readonly deltas: Float32Array;
  /** The derivatives by every parameter, summed over the present mini-batch in its order. */
  readonly gradient: Float32Array;
}

/**
 * Adds the present point's derivatives to the gradient, from the last layer to the first. `deltas` holds the last
 * neuron's: with cross-entropy after a sigmoid that is simply p - y*.
 *
 * The order of the sum is part of the definition: a neuron's share of the error starts as 0 and takes up W delta
 * from the first neuron of the next layer to the last, then is multiplied by the slope.
 */
export function backward(shape: Shape, curve: Curve, weights: Float32Array, space: Workspace): void {
  const { outputs, deltas, gradient } = space;
  const { sizes, units, params } = shape;
  for (let l = sizes.length - 1; l > 0; l--) {
    const neurons = sizes[l] as number;
    const before = sizes[l - 1] as number;
    const input = units[l - 1] as number;
    const output = units[l] as number;
    const first = params[l] as number;
    const biases = first + neurons * before;
    if (l > 1) deltas.fill(0, input, input + before);
    for (let i = 0; i < neurons; i++) {
      const delta = deltas[output + i] as number;
      const row = first + i * before;
      for (let j = 0; j < before; j++) {
        const at = row + j;
        gradient[at] = f((gradient[at] as number) + f(delta * (outputs[input + j] as number)));
        if (l > 1) deltas[input + j] = f((deltas[input + j] as number) + f((weights[at] as number) * delta));
      }
      gradient[biases + i] = f((gradient[biases + i] as number) + delta);
    }
    if (l === 1) return;
    for (let j = input; j < input + before; j++) {
      deltas[j] = f((deltas[j] as number) * slope(curve, outputs[j] as number));
    }
  }
}
