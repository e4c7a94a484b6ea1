import { curveOf } from '../activation';
import { parametersIn, type Dense } from '../layers/dense';
import type { Sizes } from '../transformer/attention';
import { addDerivatives, type Aim } from './aim';
import { addAttention, addAttentionBack, attentionRows, type AttentionRows } from './attention';
import { VECTOR, type Memory } from './memory';
import { addNorm, addNormBack, normRows, type NormRows } from './norm';
import type { Program } from './program';
import { spanOf, tensor, type Reach, type Tensor } from './tensor';

const RELU = curveOf('relu');

/** One block in the kernel's memory; its stages are those of transformer/block.ts. */
export interface BlockRows {
  readonly reach: Reach;
  readonly seen: Tensor;
  readonly before: NormRows;
  readonly attention: AttentionRows;
  readonly thought: Tensor;
  readonly between: NormRows;
  readonly up: Dense;
  readonly down: Dense;
  readonly hidden: Tensor;
  readonly added: Tensor;
  readonly end: number;
}

export function blockRows(
  memory: Memory,
  sizes: Sizes,
  reach: Reach,
  first: number,
  rows: number,
): BlockRows {
  const { width, neurons } = sizes;
  const { positions } = reach;
  const before = normRows(memory, width, { positions, from: 0 }, first, rows);
  const attention = attentionRows(memory, sizes, reach, before.end, rows);
  const between = normRows(memory, width, reach, attention.end, rows);
  const up = { before: width, neurons, first: between.end };
  const down = { before: neurons, neurons: width, first: up.first + parametersIn(up) };
  return {
    reach,
    seen: tensor(memory, rows, positions, width),
    before,
    attention,
    thought: tensor(memory, rows, positions, width),
    between,
    up,
    down,
    hidden: tensor(memory, rows, positions, neurons),
    added: tensor(memory, rows, positions, width),
    end: down.first + parametersIn(down),
  };
}

function addThinking(program: Program, block: BlockRows, weights: number, stream: Tensor): void {
  const { reach, thought, up, down, hidden, added } = block;
  const [x, h] = [spanOf(thought.values, thought, reach), spanOf(hidden.values, hidden, reach)];
  const [a, s] = [spanOf(added.values, added, reach), spanOf(stream.values, stream, reach)];
  const [w, v] = [weights + up.first * VECTOR, weights + down.first * VECTOR];
  program.add('sums', x.rows, up.before, up.neurons, w, x.at, x.stride, h.at, h.stride);
  program.add('bend', x.rows, RELU, up.neurons, h.at, h.stride);
  program.add('sums', x.rows, down.before, down.neurons, v, h.at, h.stride, a.at, a.stride);
  program.add('add', x.rows, down.neurons, s.at, s.stride, a.at, a.stride);
}

function addThinkingBack(
  program: Program,
  block: BlockRows,
  weights: number,
  aim: Aim,
  stream: Tensor,
): void {
  const { reach, thought, up, down, hidden } = block;
  const [x, h] = [spanOf(thought.values, thought, reach), spanOf(hidden.values, hidden, reach)];
  const [xe, he] = [spanOf(thought.errors, thought, reach), spanOf(hidden.errors, hidden, reach)];
  const s = spanOf(stream.errors, stream, reach);
  const [w, v] = [weights + up.first * VECTOR, weights + down.first * VECTOR];
  addDerivatives(program, x.rows, down, aim, s.at, s.stride, h.at, h.stride);
  program.add('shares', x.rows, down.before, down.neurons, v, s.at, s.stride, he.at, he.stride, 0);
  program.add('straighten', x.rows, RELU, up.neurons, h.at, h.stride, he.at, he.stride);
  addDerivatives(program, x.rows, up, aim, he.at, he.stride, x.at, x.stride);
  program.add('shares', x.rows, up.before, up.neurons, w, he.at, he.stride, xe.at, xe.stride, 0);
}

export function addBlock(program: Program, block: BlockRows, weights: number, stream: Tensor): void {
  addNorm(program, block.before, weights, stream, block.seen);
  addAttention(program, block.attention, weights, block.seen, stream);
  addNorm(program, block.between, weights, stream, block.thought);
  addThinking(program, block, weights, stream);
}

export function addBlockBack(
  program: Program,
  block: BlockRows,
  weights: number,
  aim: Aim,
  stream: Tensor,
): void {
  addThinkingBack(program, block, weights, aim, stream);
  addNormBack(program, block.between, weights, aim, block.thought, stream);
  addAttentionBack(program, block.attention, weights, aim, block.seen, stream);
  addNormBack(program, block.before, weights, aim, block.seen, stream);
}
