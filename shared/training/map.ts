import { curveOf } from './mlp/activation';
import { forward } from './mlp/forward';
import { shapeOf } from './mlp/shape';
import { sigmoid } from './math';
import type { Activation } from './request';

/** The generated data lie in -6 .. 6 on both axes, the standardised penguins in -3 .. 3. */
export const GENERATED_EXTENT = 6;
export const PENGUIN_EXTENT = 3;

/**
 * What a network says over the square -extent .. extent: n x n values from 0 to 1 for a picture, at the centres of
 * its cells, row by row from the top left (x1 points up). Without weights, of runs that all diverged: 0.5.
 */
export function decisionMap(
  weights: ArrayLike<number>,
  layers: readonly number[],
  activation: Activation,
  n: number,
  extent = GENERATED_EXTENT,
): Float32Array {
  const values = new Float32Array(n * n).fill(0.5);
  const shape = shapeOf(layers);
  if (weights.length !== shape.parameterCount) return values;
  const parameters = Float32Array.from(weights);
  const outputs = new Float32Array(shape.unitCount);
  const curve = curveOf(activation);
  for (let at = 0; at < values.length; at++) {
    const column = at % n;
    const row = (at - column) / n;
    outputs[0] = (extent * (2 * column + 1 - n)) / n;
    outputs[1] = (extent * (n - 2 * row - 1)) / n;
    values[at] = sigmoid(forward(shape, curve, parameters, outputs));
  }
  return values;
}
