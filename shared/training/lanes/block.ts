import { activationCode } from '../activation';
import { parametersIn, type Dense } from '../layers/dense';
import type { Sizes } from '../transformer/attention';
import { addWeightGradient, type GradientTarget } from './weight-gradient';
import { addAttention, addAttentionBackward, attentionRows, type AttentionRows } from './attention';
import type { PositionRange } from '../transformer/stage';
import { VECTOR, type Memory } from './memory';
import { addLayerNorm, addLayerNormBackward, layerNormRows, type LayerNormRows } from './layer-norm';
import type { Program } from './program';
import { stridedRows, tensor, type Tensor } from './tensor';

const RELU = activationCode('relu');

/** One block in the kernel's memory; its stages are those of transformer/block.ts. */
export interface BlockRows {
  readonly range: PositionRange;
  readonly attentionInput: Tensor;
  readonly attentionNorm: LayerNormRows;
  readonly attention: AttentionRows;
  readonly mlpInput: Tensor;
  readonly mlpNorm: LayerNormRows;
  readonly up: Dense;
  readonly down: Dense;
  readonly hidden: Tensor;
  readonly added: Tensor;
  readonly end: number;
}

export function blockRows(
  memory: Memory,
  sizes: Sizes,
  range: PositionRange,
  first: number,
  rows: number,
): BlockRows {
  const { width, neurons } = sizes;
  const { positions } = range;
  const attentionNorm = layerNormRows(memory, width, { positions, from: 0 }, first, rows);
  const attention = attentionRows(memory, sizes, range, attentionNorm.end, rows);
  const mlpNorm = layerNormRows(memory, width, range, attention.end, rows);
  const up = { before: width, neurons, first: mlpNorm.end };
  const down = { before: neurons, neurons: width, first: up.first + parametersIn(up) };
  return {
    range,
    attentionInput: tensor(memory, rows, positions, width),
    attentionNorm,
    attention,
    mlpInput: tensor(memory, rows, positions, width),
    mlpNorm,
    up,
    down,
    hidden: tensor(memory, rows, positions, neurons),
    added: tensor(memory, rows, positions, width),
    end: down.first + parametersIn(down),
  };
}

function addFeedForward(program: Program, block: BlockRows, weights: number, stream: Tensor): void {
  const { range, mlpInput, up, down, hidden, added } = block;
  const [x, h] = [stridedRows(mlpInput.values, mlpInput, range), stridedRows(hidden.values, hidden, range)];
  const [a, s] = [stridedRows(added.values, added, range), stridedRows(stream.values, stream, range)];
  const [w, v] = [weights + up.first * VECTOR, weights + down.first * VECTOR];
  program.add('weightedSums', x.rows, up.before, up.neurons, w, x.at, x.stride, h.at, h.stride);
  program.add('activation', x.rows, RELU, up.neurons, h.at, h.stride);
  program.add('weightedSums', x.rows, down.before, down.neurons, v, h.at, h.stride, a.at, a.stride);
  program.add('addRows', x.rows, down.neurons, s.at, s.stride, a.at, a.stride);
}

function addFeedForwardBackward(
  program: Program,
  block: BlockRows,
  weights: number,
  target: GradientTarget,
  stream: Tensor,
): void {
  const { range, mlpInput, up, down, hidden } = block;
  const [x, h] = [stridedRows(mlpInput.values, mlpInput, range), stridedRows(hidden.values, hidden, range)];
  const [xe, he] = [stridedRows(mlpInput.errors, mlpInput, range), stridedRows(hidden.errors, hidden, range)];
  const s = stridedRows(stream.errors, stream, range);
  const [w, v] = [weights + up.first * VECTOR, weights + down.first * VECTOR];
  addWeightGradient(program, x.rows, down, target, s.at, s.stride, h.at, h.stride);
  program.add('inputErrors', x.rows, down.before, down.neurons, v, s.at, s.stride, he.at, he.stride, 0);
  program.add('activationBackward', x.rows, RELU, up.neurons, h.at, h.stride, he.at, he.stride);
  addWeightGradient(program, x.rows, up, target, he.at, he.stride, x.at, x.stride);
  program.add('inputErrors', x.rows, up.before, up.neurons, w, he.at, he.stride, xe.at, xe.stride, 0);
}

export function addBlock(program: Program, block: BlockRows, weights: number, stream: Tensor): void {
  addLayerNorm(program, block.attentionNorm, weights, stream, block.attentionInput);
  addAttention(program, block.attention, weights, block.attentionInput, stream);
  addLayerNorm(program, block.mlpNorm, weights, stream, block.mlpInput);
  addFeedForward(program, block, weights, stream);
}

export function addBlockBackward(
  program: Program,
  block: BlockRows,
  weights: number,
  target: GradientTarget,
  stream: Tensor,
): void {
  addFeedForwardBackward(program, block, weights, target, stream);
  addLayerNormBackward(program, block.mlpNorm, weights, target, block.mlpInput, stream);
  addAttentionBackward(program, block.attention, weights, target, block.attentionInput, stream);
  addLayerNormBackward(program, block.attentionNorm, weights, target, block.attentionInput, stream);
}
