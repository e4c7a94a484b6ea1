import { exp } from '../math';
import type { Vectors } from './stage';

const f = Math.fround;

/** What heads read and write: the vectors of all positions, each head's numbers side by side. */
export interface Looks {
  readonly queries: Vectors;
  readonly keys: Vectors;
  readonly values: Vectors;
  /** The values, mixed by how much attention each gets. */
  readonly mixed: Vectors;
}

/** One head's numbers of one position that looks at the positions before `end`. */
export interface Look {
  /** Numbers of all heads. */
  readonly width: number;
  /** Numbers of one head, d. */
  readonly size: number;
  /** 1 / sqrt(d). */
  readonly scale: number;
}

export const lookOf = (width: number, heads: number): Look => {
  const size = width / heads;
  return { width, size, scale: f(1 / f(Math.sqrt(size))) };
};

/** softmax in place of `count` scores: e^(s_j - m), m the largest (a NaN is skipped, and shows in the sum), times 1 / sum. */
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
  const share = f(1 / sum);
  for (let j = first; j < first + count; j++) scores[j] = f((scores[j] as number) * share);
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, 3.2.1) of the head whose numbers begin at `at`, query and head
 * included: score_j = (q . k_j) times 1 / sqrt(d), p = softmax(scores), the mix is the sum of p_j v_j. Sums begin at
 * 0 and go from the first number, or position, to the last. p stands from `row` on; `column` is the head's first
 * number in a vector; `end` is how many positions are seen.
 */
export function look(
  { width, size, scale }: Look,
  { queries, keys, values, mixed }: Looks,
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
 * Backwards, from the mix's error m: p_j's share is e_j = m . v_j, the mean share u the sum of p_j e_j, and the score's
 * error t_j = (p_j (e_j - u)) times 1 / sqrt(d). Then v_j's error takes up p_j m, q's t_j k_j, and k_j's t_j q, from the
 * first position to the last. `shares` is room for as many numbers as positions.
 */
export function lookBack(
  { width, size, scale }: Look,
  { queries, keys, values, mixed }: Looks,
  p: Float32Array,
  shares: Float32Array,
  at: number,
  column: number,
  row: number,
  end: number,
): void {
  let mean = 0;
  for (let j = 0; j < end; j++) {
    const value = j * width + column;
    let share = 0;
    for (let k = 0; k < size; k++) {
      share = f(share + f((mixed.errors[at + k] as number) * (values.values[value + k] as number)));
    }
    shares[j] = share;
    mean = f(mean + f((p[row + j] as number) * share));
  }
  for (let j = 0; j < end; j++) {
    const weight = p[row + j] as number;
    const t = f(f(weight * f((shares[j] as number) - mean)) * scale);
    const other = j * width + column;
    for (let k = 0; k < size; k++) {
      const error = mixed.errors[at + k] as number;
      const query = queries.values[at + k] as number;
      const key = keys.values[other + k] as number;
      values.errors[other + k] = f((values.errors[other + k] as number) + f(weight * error));
      queries.errors[at + k] = f((queries.errors[at + k] as number) + f(t * key));
      keys.errors[other + k] = f((keys.errors[other + k] as number) + f(t * query));
    }
  }
}
