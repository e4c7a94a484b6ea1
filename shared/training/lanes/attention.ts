import { parametersIn, type Dense } from '../layers/dense';
import type { Sizes } from '../transformer/attention';
import { lookOf } from '../transformer/head';
import { addDerivatives, type Aim } from './aim';
import { VECTOR, type Memory } from './memory';
import { bitsOf, type Program } from './program';
import { spanOf, tensor, type Reach, type Tensor } from './tensor';

/** The attention of one block in the kernel's memory. */
export interface AttentionRows {
  readonly sizes: Sizes;
  readonly reach: Reach;
  readonly query: Dense;
  readonly key: Dense;
  readonly value: Dense;
  readonly out: Dense;
  readonly queries: Tensor;
  readonly keys: Tensor;
  readonly values: Tensor;
  readonly mixed: Tensor;
  readonly added: Tensor;
  /** How much attention each position gets of each, for each head. */
  readonly p: number;
  readonly room: number;
  readonly end: number;
}

export function attentionRows(
  memory: Memory,
  sizes: Sizes,
  reach: Reach,
  first: number,
  rows: number,
): AttentionRows {
  const { width, heads } = sizes;
  const { positions } = reach;
  const layer = (place: number): Dense => ({
    before: width,
    neurons: width,
    first: first + place * parametersIn({ before: width, neurons: width, first }),
  });
  const vectors = () => tensor(memory, rows, positions, width);
  return {
    sizes,
    reach,
    ...{ query: layer(0), key: layer(1), value: layer(2), out: layer(3) },
    ...{ queries: vectors(), keys: vectors(), values: vectors(), mixed: vectors(), added: vectors() },
    p: memory.vectors(rows * heads * positions * positions),
    room: memory.vectors(positions),
    end: layer(4).first,
  };
}

const all = ({ positions }: Reach): Reach => ({ positions, from: 0 });

/** What `attend` in kernel/attention.ts reads. */
function places({ sizes, reach, queries, keys, values, mixed, p, room }: AttentionRows): number[] {
  const { width, heads, causal } = sizes;
  return [
    ...[reach.positions, reach.from, heads, causal ? 1 : 0, width * VECTOR],
    ...[queries.values, keys.values, values.values, mixed.values, p, bitsOf(lookOf(width, heads).scale)],
    ...[queries.errors, keys.errors, values.errors, mixed.errors, room],
  ];
}

/** One dense layer from the rows of a tensor in reach to those of another. */
function addSums(
  program: Program,
  layer: Dense,
  weights: number,
  from: Tensor,
  to: Tensor,
  reach: Reach,
): void {
  const [x, z] = [spanOf(from.values, from, reach), spanOf(to.values, to, reach)];
  const w = weights + layer.first * VECTOR;
  program.add('sums', x.rows, layer.before, layer.neurons, w, x.at, x.stride, z.at, z.stride);
}

export function addAttention(
  program: Program,
  rows: AttentionRows,
  weights: number,
  seen: Tensor,
  stream: Tensor,
): void {
  const { reach, query, key, value, out, queries, keys, values, mixed, added } = rows;
  addSums(program, key, weights, seen, keys, all(reach));
  addSums(program, value, weights, seen, values, all(reach));
  addSums(program, query, weights, seen, queries, reach);
  program.add('attend', 1, ...places(rows));
  addSums(program, out, weights, mixed, added, reach);
  const [a, s] = [spanOf(added.values, added, reach), spanOf(stream.values, stream, reach)];
  program.add('add', a.rows, out.neurons, s.at, s.stride, a.at, a.stride);
}

/** The way back through queries, keys or values: derivatives, and shares that `seen` takes up. */
function addBack(
  program: Program,
  layer: Dense,
  weights: number,
  aim: Aim,
  from: Tensor,
  seen: Tensor,
  reach: Reach,
): void {
  const [d, x] = [spanOf(from.errors, from, reach), spanOf(seen.values, seen, reach)];
  const s = spanOf(seen.errors, seen, reach);
  const w = weights + layer.first * VECTOR;
  addDerivatives(program, d.rows, layer, aim, d.at, d.stride, x.at, x.stride);
  program.add('shares', d.rows, layer.before, layer.neurons, w, d.at, d.stride, s.at, s.stride, 1);
}

export function addAttentionBack(
  program: Program,
  rows: AttentionRows,
  weights: number,
  aim: Aim,
  seen: Tensor,
  stream: Tensor,
): void {
  const { sizes, reach, query, key, value, out, queries, keys, values, mixed } = rows;
  const size = reach.positions * sizes.width;
  for (const { errors } of [queries, keys, values, seen]) program.add('clear', 1, errors, size);
  const [m, s] = [spanOf(mixed.values, mixed, reach), spanOf(stream.errors, stream, reach)];
  const e = spanOf(mixed.errors, mixed, reach);
  addDerivatives(program, m.rows, out, aim, s.at, s.stride, m.at, m.stride);
  const w = weights + out.first * VECTOR;
  program.add('shares', m.rows, out.before, out.neurons, w, s.at, s.stride, e.at, e.stride, 0);
  program.add('unattend', 1, ...places(rows));
  addBack(program, query, weights, aim, queries, seen, reach);
  addBack(program, key, weights, aim, keys, seen, all(reach));
  addBack(program, value, weights, aim, values, seen, all(reach));
}
