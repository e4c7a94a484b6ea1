import { activationCode } from '../activation';
import { activateAll, activationBackward } from '../layers/activation';
import { weightGradient, parametersIn, inputErrors, weightedSums, type Dense } from '../layers/dense';
import { groupsOf } from '../layers/dense-groups';
import type { Sizes } from './attention';
import { add, vectorsOf, type PositionRange, type Stage, type Vectors } from './stage';

/** As in Vaswani et al. 2017, 3.3. It also costs next to nothing, where tanh would cost more than the layer itself. */
const RELU = activationCode('relu');

/**
 * The MLP of a block, width to `neurons` to width with relu between, for each position in range alone, added to the
 * stream. Parameters: W and b of the layer up, then of the layer down. Gradients: positions from the first to the last.
 */
export function feedForward(
  x: Vectors,
  stream: Vectors,
  { width, neurons }: Sizes,
  { positions, from }: PositionRange,
  first: number,
): Stage {
  const up: Dense = { before: width, neurons, first };
  const down: Dense = { before: neurons, neurons: width, first: first + parametersIn(up) };
  const hidden = vectorsOf(positions, neurons);
  const added = new Float32Array(width);

  function forward(weights: Float32Array): void {
    for (let i = from; i < positions; i++) {
      weightedSums(up, weights, x.values, i * width, hidden.values, i * neurons);
      activateAll(RELU, hidden.values, i * neurons, neurons);
      weightedSums(down, weights, hidden.values, i * neurons, added, 0);
      add(stream.values, i * width, added, 0, width);
    }
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    for (let i = from; i < positions; i++) {
      weightGradient(down, gradient, hidden.values, i * neurons, stream.errors, i * width);
      inputErrors(down, weights, stream.errors, i * width, hidden.errors, i * neurons);
      activationBackward(RELU, hidden.values, hidden.errors, i * neurons, neurons);
      weightGradient(up, gradient, x.values, i * width, hidden.errors, i * neurons);
      inputErrors(up, weights, hidden.errors, i * neurons, x.errors, i * width);
    }
  }

  return { groups: [up, down].flatMap(groupsOf), end: down.first + parametersIn(down), forward, backward };
}
