import type { Activation } from './activation';
import { networkOf } from './families';
import { sigmoid } from './math';

/** The generated data lie in -6 .. 6 on both axes, the standardised penguins in -3 .. 3. */
export const GENERATED_EXTENT = 6;
export const PENGUIN_EXTENT = 3;

/** What a map shows where there is no network: neither class. */
export const UNDECIDED = 0.5;

/** The centres of n x n cells over the square -extent .. extent, row by row from the top left: x0, x1 of each. */
export function cellCentres(n: number, extent: number): Float32Array {
  const x = new Float32Array(2 * n * n);
  for (let at = 0; at < n * n; at++) {
    const column = at % n;
    const row = (at - column) / n;
    x[2 * at] = (extent * (2 * column + 1 - n)) / n;
    x[2 * at + 1] = (extent * (n - 2 * row - 1)) / n;
  }
  return x;
}

/**
 * The output of a network with one sigmoid neuron over the square -extent .. extent: n x n values from 0 to 1 for a
 * picture, at the centres of its cells, row by row from the top left (x1 points up). Without weights (all runs diverged)
 * every value is 0.5.
 */
export function decisionMap(
  weights: ArrayLike<number>,
  layers: readonly number[],
  activation: Activation,
  n: number,
  extent = GENERATED_EXTENT,
): Float32Array {
  const values = new Float32Array(n * n).fill(UNDECIDED);
  const network = networkOf({ family: 'mlp', layers, activation }, 2);
  if (weights.length !== network.parameterCount) return values;
  const parameters = Float32Array.from(weights);
  const x = cellCentres(n, extent);
  return values.map((_, at) => {
    network.forward(parameters, x, 2 * at);
    return sigmoid(network.z[0] as number);
  });
}
