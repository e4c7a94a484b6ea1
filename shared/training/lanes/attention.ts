import { parametersIn, type Dense } from '../layers/dense';
import type { Sizes } from '../transformer/attention';
import { headSizes } from '../transformer/head';
import { addWeightGradient, type GradientTarget } from './weight-gradient';
import type { PositionRange } from '../transformer/stage';
import { VECTOR, type Memory } from './memory';
import { bitsOf, type Program } from './program';
import { stridedRows, tensor, type Tensor } from './tensor';

/** The attention of one block in the kernel's memory. */
export interface AttentionRows {
  readonly sizes: Sizes;
  readonly range: PositionRange;
  readonly query: Dense;
  readonly key: Dense;
  readonly value: Dense;
  readonly out: Dense;
  readonly queries: Tensor;
  readonly keys: Tensor;
  readonly values: Tensor;
  readonly mixed: Tensor;
  readonly added: Tensor;
  /** For each head and position, the attention that it gives to each position. */
  readonly p: number;
  readonly scratch: number;
  readonly end: number;
}

export function attentionRows(
  memory: Memory,
  sizes: Sizes,
  range: PositionRange,
  first: number,
  rows: number,
): AttentionRows {
  const { width, heads } = sizes;
  const { positions } = range;
  const layer = (index: number): Dense => ({
    before: width,
    neurons: width,
    first: first + index * parametersIn({ before: width, neurons: width, first }),
  });
  const vectors = () => tensor(memory, rows, positions, width);
  return {
    sizes,
    range,
    ...{ query: layer(0), key: layer(1), value: layer(2), out: layer(3) },
    ...{ queries: vectors(), keys: vectors(), values: vectors(), mixed: vectors(), added: vectors() },
    p: memory.vectors(rows * heads * positions * positions),
    scratch: memory.vectors(positions),
    end: layer(4).first,
  };
}

const all = ({ positions }: PositionRange): PositionRange => ({ positions, from: 0 });

/** The arguments of `attention` in kernel/attention.ts, in its order. */
function attentionArguments({
  sizes,
  range,
  queries,
  keys,
  values,
  mixed,
  p,
  scratch,
}: AttentionRows): number[] {
  const { width, heads, causal } = sizes;
  return [
    ...[range.positions, range.from, heads, causal ? 1 : 0, width * VECTOR],
    ...[queries.values, keys.values, values.values, mixed.values, p, bitsOf(headSizes(width, heads).scale)],
    ...[queries.errors, keys.errors, values.errors, mixed.errors, scratch],
  ];
}

/** One dense layer from the rows of a tensor in range to those of another. */
function addSums(
  program: Program,
  layer: Dense,
  weights: number,
  from: Tensor,
  to: Tensor,
  range: PositionRange,
): void {
  const [x, z] = [stridedRows(from.values, from, range), stridedRows(to.values, to, range)];
  const w = weights + layer.first * VECTOR;
  program.add('weightedSums', x.rows, layer.before, layer.neurons, w, x.at, x.stride, z.at, z.stride);
}

export function addAttention(
  program: Program,
  rows: AttentionRows,
  weights: number,
  input: Tensor,
  stream: Tensor,
): void {
  const { range, query, key, value, out, queries, keys, values, mixed, added } = rows;
  addSums(program, key, weights, input, keys, all(range));
  addSums(program, value, weights, input, values, all(range));
  addSums(program, query, weights, input, queries, range);
  program.add('attention', 1, ...attentionArguments(rows));
  addSums(program, out, weights, mixed, added, range);
  const [a, s] = [stridedRows(added.values, added, range), stridedRows(stream.values, stream, range)];
  program.add('addRows', a.rows, out.neurons, s.at, s.stride, a.at, a.stride);
}

/** Backwards through the layer of queries, keys or values: its weight gradient, and errors added to those of `input`. */
function addDenseBackward(
  program: Program,
  layer: Dense,
  weights: number,
  target: GradientTarget,
  from: Tensor,
  input: Tensor,
  range: PositionRange,
): void {
  const [d, x] = [stridedRows(from.errors, from, range), stridedRows(input.values, input, range)];
  const s = stridedRows(input.errors, input, range);
  const w = weights + layer.first * VECTOR;
  addWeightGradient(program, d.rows, layer, target, d.at, d.stride, x.at, x.stride);
  program.add('inputErrors', d.rows, layer.before, layer.neurons, w, d.at, d.stride, s.at, s.stride, 1);
}

export function addAttentionBackward(
  program: Program,
  rows: AttentionRows,
  weights: number,
  target: GradientTarget,
  input: Tensor,
  stream: Tensor,
): void {
  const { sizes, range, query, key, value, out, queries, keys, values, mixed } = rows;
  const size = range.positions * sizes.width;
  for (const { errors } of [queries, keys, values, input]) program.add('clear', 1, errors, size);
  const [m, s] = [stridedRows(mixed.values, mixed, range), stridedRows(stream.errors, stream, range)];
  const e = stridedRows(mixed.errors, mixed, range);
  addWeightGradient(program, m.rows, out, target, s.at, s.stride, m.at, m.stride);
  const w = weights + out.first * VECTOR;
  program.add('inputErrors', m.rows, out.before, out.neurons, w, s.at, s.stride, e.at, e.stride, 0);
  program.add('attentionBackward', 1, ...attentionArguments(rows));
  addDenseBackward(program, query, weights, target, queries, input, range);
  addDenseBackward(program, key, weights, target, keys, input, all(range));
  addDenseBackward(program, value, weights, target, values, input, all(range));
}
