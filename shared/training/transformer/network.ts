import type { Initialiser } from '../initial';
import { weightGradient, parametersIn, inputErrors, weightedSums, type Dense } from '../layers/dense';
import { layOutTransformer } from '../lanes/transformer';
import { groupsOf } from '../layers/dense-groups';
import type { Network } from '../network';
import { outputsOf } from '../output';
import { block, inSequence } from './block';
import type { TransformerDesign } from './design';
import { embedding } from './embedding';
import { layerNorm } from './layer-norm';
import { vectorsOf, type Stage, type Vectors } from './stage';

const INITIALISER: Initialiser = 'xavier';

/** Tokens of a sample. A RangeError if its numbers do not come out even, or the width for the heads. */
function positionsOf({ vocabulary, width, heads }: TransformerDesign, inputs: number): number {
  const positions = inputs / vocabulary.length;
  if (!Number.isInteger(positions)) {
    throw new RangeError(`${inputs} numbers are no tokens of ${vocabulary.length} parts`);
  }
  if (width % heads !== 0)
    throw new RangeError(`a width of ${width} does not come out even for ${heads} heads`);
  return positions;
}

/** The blocks and the last norm. Only the last position is read, so only that one goes all the way through the last block. */
function stagesOf(design: TransformerDesign, stream: Vectors, last: Vectors, first: number): Stage {
  const { width, blocks } = design;
  const positions = stream.values.length / width;
  const end = { positions, from: positions - 1 };
  const makers = Array.from(
    { length: blocks },
    (_, b) => (at: number) => block(stream, design, b === blocks - 1 ? end : { positions, from: 0 }, at),
  );
  return inSequence(first, ...makers, (at) => layerNorm(stream, last, width, end, at));
}

/**
 * A small transformer (Vaswani et al. 2017) with norms before. Parameters: embedding (tables, positions); for each
 * block norm, attention (queries, keys, values, output), norm, MLP (up, down); the last norm; the output layer's W and b.
 * Every gradient is summed over the positions from the first to the last, samples in their order.
 *
 * `stream` holds the vector of each position on its way through the blocks, which add to it; its errors go the same
 * way back.
 */
export function transformer(design: TransformerDesign, inputs: number): Network {
  const { vocabulary, width, output } = design;
  const positions = positionsOf(design, inputs);
  const [stream, last] = [vectorsOf(positions, width), vectorsOf(positions, width)];
  const tokens = embedding(vocabulary, width, stream);
  const stages = stagesOf(design, stream, last, tokens.end);
  const outputLayer: Dense = { before: width, neurons: outputsOf(output), first: stages.end };
  const [z, deltas] = [new Float32Array(outputLayer.neurons), new Float32Array(outputLayer.neurons)];
  const at = (positions - 1) * width;
  return {
    inputs,
    parameterCount: stages.end + parametersIn(outputLayer),
    groups: [...tokens.groups, ...stages.groups, ...groupsOf(outputLayer)],
    initialiser: INITIALISER,
    layOut: (memory, rows) =>
      layOutTransformer(memory, { design, positions, first: tokens.end, outputLayer }, rows),
    z,
    deltas,
    attended: stages.attended,
    forward: (weights, x, from) => {
      tokens.forward(weights, x, from);
      stages.forward(weights);
      weightedSums(outputLayer, weights, last.values, at, z, 0);
    },
    backward: (weights, gradient) => {
      weightGradient(outputLayer, gradient, last.values, at, deltas, 0);
      inputErrors(outputLayer, weights, deltas, 0, last.errors, at);
      stream.errors.fill(0);
      stages.backward(weights, gradient);
      tokens.backward(gradient);
    },
  };
}
