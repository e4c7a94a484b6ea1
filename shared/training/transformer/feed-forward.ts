import { curveOf } from '../activation';
import { bend, straighten } from '../layers/curve';
import { derivatives, parametersIn, shares, sums, type Dense } from '../layers/dense';
import { groupsOf } from '../layers/dense-groups';
import type { Sizes } from './attention';
import { add, vectorsOf, type Reach, type Stage, type Vectors } from './stage';

/** As in Vaswani et al. 2017, 3.3; and it costs nothing, where a tanh would cost more than the layer. */
const RELU = curveOf('relu');

/**
 * The MLP of a block, width to `neurons` to width with relu between, for each position in reach alone, added to the
 * stream. Parameters: W and b of the layer up, then of the layer down. Gradients: positions from the first to the last.
 */
export function feedForward(
  x: Vectors,
  stream: Vectors,
  { width, neurons }: Sizes,
  { positions, from }: Reach,
  first: number,
): Stage {
  const up: Dense = { before: width, neurons, first };
  const down: Dense = { before: neurons, neurons: width, first: first + parametersIn(up) };
  const hidden = vectorsOf(positions, neurons);
  const added = new Float32Array(width);

  function forward(weights: Float32Array): void {
    for (let i = from; i < positions; i++) {
      sums(up, weights, x.values, i * width, hidden.values, i * neurons);
      bend(RELU, hidden.values, i * neurons, neurons);
      sums(down, weights, hidden.values, i * neurons, added, 0);
      add(stream.values, i * width, added, 0, width);
    }
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    for (let i = from; i < positions; i++) {
      derivatives(down, gradient, hidden.values, i * neurons, stream.errors, i * width);
      shares(down, weights, stream.errors, i * width, hidden.errors, i * neurons);
      straighten(RELU, hidden.values, hidden.errors, i * neurons, neurons);
      derivatives(up, gradient, x.values, i * width, hidden.errors, i * neurons);
      shares(up, weights, hidden.errors, i * neurons, x.errors, i * width);
    }
  }

  return { groups: [up, down].flatMap(groupsOf), end: down.first + parametersIn(down), forward, backward };
}
