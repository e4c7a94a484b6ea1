import { exp } from '../math';
import type { Vectors } from './stage';

const f = Math.fround;

/** What heads read and write: vectors of all positions, in each the numbers of head 0, then those of head 1 ... */
export interface HeadVectors {
  readonly queries: Vectors;
  readonly keys: Vectors;
  readonly values: Vectors;
  /** The weighted mean of the values; the weights p are how much attention each position gets. */
  readonly mixed: Vectors;
}

/** Sizes of a head. */
export interface HeadSizes {
  /** Numbers of all heads. */
  readonly width: number;
  /** Numbers of one head, d. */
  readonly size: number;
  /** 1 / sqrt(d). */
  readonly scale: number;
}

export const headSizes = (width: number, heads: number): HeadSizes => {
  const size = width / heads;
  return { width, size, scale: f(1 / f(Math.sqrt(size))) };
};

/** Replaces scores by their softmax: e^(s_j - m) times 1 / sum, m the largest (a NaN is skipped, but is in the sum). */
function softmax(scores: Float32Array, first: number, count: number): void {
  let most = scores[first] as number;
  for (let j = first + 1; j < first + count; j++) {
    if ((scores[j] as number) > most) most = scores[j] as number;
  }
  let sum = 0;
  for (let j = first; j < first + count; j++) {
    const e = exp(f((scores[j] as number) - most));
    scores[j] = e;
    sum = f(sum + e);
  }
  const inverse = f(1 / sum);
  for (let j = first; j < first + count; j++) scores[j] = f((scores[j] as number) * inverse);
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, 3.2.1) of the head whose numbers begin at `at`, query and head
 * included: score_j = (q . k_j) times 1 / sqrt(d), p = softmax(scores), the mix is the sum of p_j v_j. Sums begin at
 * 0 and go from the first number, or position, to the last. p stands from `row` on; `column` is the head's first
 * number in a vector; `end` is how many positions it attends to.
 */
export function headForward(
  { width, size, scale }: HeadSizes,
  { queries, keys, values, mixed }: HeadVectors,
  p: Float32Array,
  at: number,
  column: number,
  row: number,
  end: number,
): void {
  for (let j = 0; j < end; j++) {
    const key = j * width + column;
    let score = 0;
    for (let k = 0; k < size; k++) {
      score = f(score + f((queries.values[at + k] as number) * (keys.values[key + k] as number)));
    }
    p[row + j] = f(score * scale);
  }
  softmax(p, row, end);
  mixed.values.fill(0, at, at + size);
  for (let j = 0; j < end; j++) {
    const value = j * width + column;
    for (let k = 0; k < size; k++) {
      mixed.values[at + k] = f(
        (mixed.values[at + k] as number) + f((p[row + j] as number) * (values.values[value + k] as number)),
      );
    }
  }
}

/**
 * Backwards, from the mix's error m: p_j's error is e_j = m . v_j, the mean error u the sum of p_j e_j, and the score's
 * error t_j = (p_j (e_j - u)) times 1 / sqrt(d). Then p_j m is added to v_j's error, t_j k_j to q's and t_j q to k_j's,
 * from the first position to the last. `scratch` has room for a number of each position.
 */
export function headBackward(
  { width, size, scale }: HeadSizes,
  { queries, keys, values, mixed }: HeadVectors,
  p: Float32Array,
  scratch: Float32Array,
  at: number,
  column: number,
  row: number,
  end: number,
): void {
  let mean = 0;
  for (let j = 0; j < end; j++) {
    const value = j * width + column;
    let error = 0;
    for (let k = 0; k < size; k++) {
      error = f(error + f((mixed.errors[at + k] as number) * (values.values[value + k] as number)));
    }
    scratch[j] = error;
    mean = f(mean + f((p[row + j] as number) * error));
  }
  for (let j = 0; j < end; j++) {
    const weight = p[row + j] as number;
    const scoreError = f(f(weight * f((scratch[j] as number) - mean)) * scale);
    const other = j * width + column;
    for (let k = 0; k < size; k++) {
      const mixedError = mixed.errors[at + k] as number;
      const query = queries.values[at + k] as number;
      const key = keys.values[other + k] as number;
      values.errors[other + k] = f((values.errors[other + k] as number) + f(weight * mixedError));
      queries.errors[at + k] = f((queries.errors[at + k] as number) + f(scoreError * key));
      keys.errors[other + k] = f((keys.errors[other + k] as number) + f(scoreError * query));
    }
  }
}
