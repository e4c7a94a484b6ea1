import type { ActivationCode } from '../activation';
import type { Shape } from '../mlp/shape';
import { activateAll, activationBackward } from './activation';
import { inputErrors, weightedSums, weightGradient } from './dense';

/** Dense layers one after the other, with the arrays they work in; each as long as the shape says. */
export interface Chain {
  readonly shape: Shape;
  /** Of the neurons of all layers but the last; the last layer gives its weighted sums. */
  readonly activation: ActivationCode;
  /** Every neuron's output for the present sample, the inputs first. */
  readonly outputs: Float32Array;
  /** The derivative of the present sample's cost by every neuron's sum z. */
  readonly deltas: Float32Array;
}

export const chainOf = (shape: Shape, activation: ActivationCode): Chain => ({
  shape,
  activation,
  outputs: new Float32Array(shape.unitCount),
  deltas: new Float32Array(shape.unitCount),
});

/** The part of an array of all neurons that belongs to the last layer. */
export const lastOf = ({ shape }: Chain, units: Float32Array): Float32Array =>
  units.subarray(shape.units.at(-1));

/** From the inputs, which stand first among the outputs, to the last sums. */
export function goForward({ shape, activation, outputs }: Chain, weights: Float32Array): void {
  const { dense, units } = shape;
  for (let l = 0; l < dense.length; l++) {
    const layer = dense[l] as (typeof dense)[number];
    const output = units[l + 1] as number;
    weightedSums(layer, weights, outputs, units[l] as number, outputs, output);
    if (l < dense.length - 1) activateAll(activation, outputs, output, layer.neurons);
  }
}

/**
 * Adds the derivatives to the gradient, from the last layer to the first; `deltas` holds those of the last layer already.
 * With `toInputs` the errors of the inputs stand first among the deltas at the end.
 */
export function goBackward(
  { shape, activation, outputs, deltas }: Chain,
  weights: Float32Array,
  gradient: Float32Array,
  toInputs = false,
): void {
  const { dense, units } = shape;
  for (let l = dense.length - 1; l >= 0; l--) {
    const layer = dense[l] as (typeof dense)[number];
    const [input, output] = [units[l] as number, units[l + 1] as number];
    weightGradient(layer, gradient, outputs, input, deltas, output);
    if (l > 0 || toInputs) inputErrors(layer, weights, deltas, output, deltas, input);
    if (l > 0) activationBackward(activation, outputs, deltas, input, layer.before);
  }
}
