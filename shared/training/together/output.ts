import { add, dot, layer, targets, type Column, type Neuron } from './features';
import { inverse, type Square } from './inverse';
import type { Points } from '../samples';

/** Strength of the penalty on the output's weights; its bias has none. As l2 of `leastSquares` in linear/closed.ts. */
export const RIDGE = 0.001;

/** The output layer that least squares fit to a hidden layer on some points, and what one neuron less or more changes. */
export interface Output {
  /** b, then a weight for each neuron. */
  readonly v: Column;
  /** The inverse of the normal matrix: what one column takes over where another one is missing. */
  readonly inverse: Square;
  /** The layer on the points of the fit, and their right answers. */
  readonly columns: readonly Column[];
  readonly y: Column;
}

/** Fits b and the weights so that the mean of (b + v.h - y)^2 + RIDGE |v|^2 is least, y being 1 or -1. */
export function fitted(neurons: readonly Neuron[], points: Points): Output {
  const columns = layer(neurons, points.x);
  const y = targets(points);
  const solved = inverse(normal(columns));
  const means = Float64Array.from(columns, (one) => dot(one, y) / y.length);
  return { v: times(solved, means), inverse: solved, columns, y };
}

/** The normal matrix of some columns, the first of which is the bias. */
function normal(columns: readonly Column[]): Square {
  const n = columns.length;
  const at = new Float64Array(n * n);
  columns.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      const value = dot(one, columns[j] as Column) / one.length + (i === j && i > 0 ? RIDGE : 0);
      at[i * n + j] = at[j * n + i] = value;
    }
  });
  return { n, at };
}

/** A matrix times a column. */
export function times({ n, at }: Square, column: Column): Column {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (at[i * n + j] as number) * (column[j] as number);
    out[i] = sum;
  }
  return out;
}

/** The sum of some columns, each so many times. */
export function mixed(columns: readonly Column[], weights: ArrayLike<number>): Column {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((one, i) => add(sum, weights[i] as number, one));
  return sum;
}

/** The j-th row, which is the j-th column too, of a symmetric matrix. */
export const rowOf = ({ n, at }: Square, j: number): Column => at.subarray(j * n, (j + 1) * n);

/** What a network says of each point. */
export const saidOf = (output: Output, neurons: readonly Neuron[], x: ArrayLike<number>): Column =>
  mixed(layer(neurons, x), output.v);
