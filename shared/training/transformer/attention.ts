import { weightGradient, parametersIn, inputErrors, weightedSums, type Dense } from '../layers/dense';
import { groupsOf } from '../layers/dense-groups';
import { headBackward, headForward, headSizes, type HeadVectors } from './head';
import { add, vectorsOf, type PositionRange, type Stage, type Vectors } from './stage';

/** Sizes that all blocks of a network share. */
export interface Sizes {
  readonly width: number;
  readonly heads: number;
  readonly neurons: number;
  readonly causal: boolean;
}

/** Four dense layers, width to width, one after the other. */
function layersFrom(first: number, width: number): [query: Dense, key: Dense, value: Dense, out: Dense] {
  const layer = { before: width, neurons: width };
  const count = parametersIn({ ...layer, first });
  return [
    { ...layer, first },
    { ...layer, first: first + count },
    { ...layer, first: first + 2 * count },
    { ...layer, first: first + 3 * count },
  ];
}

/**
 * Attention of several heads (Vaswani et al. 2017, 3.2.2), added to the stream. Every position has a key and a value,
 * those in range also a query; what the heads mix there goes through the output layer. Head h has the numbers
 * h d .. (h + 1) d - 1 of queries, keys and values. Parameters: the layers of queries, keys, values, output, each
 * W and b. (The keys' biases change nothing, softmax forgets what is added to all scores; they are kept so that all
 * layers are alike.)
 *
 * Backwards: output layer and heads from the first position in range to the last; then the other three layers, again
 * from the first position to the last. At each one the error of the input is the sum of what comes back through query,
 * key and value, added in this order.
 */
export function attention(
  x: Vectors,
  stream: Vectors,
  { width, heads, causal }: Sizes,
  { positions, from }: PositionRange,
  first: number,
): Stage {
  const [query, key, value, out] = layersFrom(first, width);
  const sizes = headSizes(width, heads);
  const vectors = () => vectorsOf(positions, width);
  const vectorsOfHeads: HeadVectors = {
    queries: vectors(),
    keys: vectors(),
    values: vectors(),
    mixed: vectors(),
  };
  const { queries, keys, values, mixed } = vectorsOfHeads;
  const p = new Float32Array(heads * positions * positions);
  const [scratch, added] = [new Float32Array(positions), new Float32Array(width)];
  const rowOf = (head: number, i: number) => (head * positions + i) * positions;
  const endOf = (i: number) => (causal ? i + 1 : positions);

  function forward(weights: Float32Array): void {
    for (let i = 0; i < positions; i++) {
      weightedSums(key, weights, x.values, i * width, keys.values, i * width);
      weightedSums(value, weights, x.values, i * width, values.values, i * width);
    }
    for (let i = from; i < positions; i++) {
      weightedSums(query, weights, x.values, i * width, queries.values, i * width);
      for (let head = 0; head < heads; head++) {
        const column = head * sizes.size;
        headForward(sizes, vectorsOfHeads, p, i * width + column, column, rowOf(head, i), endOf(i));
      }
      weightedSums(out, weights, mixed.values, i * width, added, 0);
      add(stream.values, i * width, added, 0, width);
    }
  }

  function headsBackward(weights: Float32Array, gradient: Float32Array): void {
    queries.errors.fill(0);
    keys.errors.fill(0);
    values.errors.fill(0);
    for (let i = from; i < positions; i++) {
      weightGradient(out, gradient, mixed.values, i * width, stream.errors, i * width);
      inputErrors(out, weights, stream.errors, i * width, mixed.errors, i * width);
      for (let head = 0; head < heads; head++) {
        const column = head * sizes.size;
        headBackward(sizes, vectorsOfHeads, p, scratch, i * width + column, column, rowOf(head, i), endOf(i));
      }
    }
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    headsBackward(weights, gradient);
    for (let i = 0; i < positions; i++) {
      const at = i * width;
      const hasQuery = i >= from;
      if (hasQuery) {
        weightGradient(query, gradient, x.values, at, queries.errors, at);
        inputErrors(query, weights, queries.errors, at, x.errors, at);
      }
      weightGradient(key, gradient, x.values, at, keys.errors, at);
      inputErrors(key, weights, keys.errors, at, x.errors, at, hasQuery);
      weightGradient(value, gradient, x.values, at, values.errors, at);
      inputErrors(value, weights, values.errors, at, x.errors, at, true);
    }
  }

  return {
    groups: [query, key, value, out].flatMap(groupsOf),
    end: out.first + parametersIn(out),
    forward,
    backward,
    attended: p,
  };
}
