import { exp, log } from '../../training/math';
import type { Vector } from './config';

/** Tenths to a unit, on both sides of the product. */
const HUNDREDTHS = 100;
/** √d, with d = 2. */
const ROOT_D = Math.sqrt(2);

/** q·k/√d of vectors in tenths. */
export const scoreOf = ([qx, qy]: Vector, [kx, ky]: Vector): number =>
  (qx * kx + qy * ky) / (HUNDREDTHS * ROOT_D);

/** What each word is attended to, from 0 to 1 and 1 together: softmax(q·k/√d), divided by a temperature. */
export function weightsOf(query: Vector, keys: readonly Vector[], temperature = 1): readonly number[] {
  const scores = keys.map((key) => scoreOf(query, key) / temperature);
  const most = Math.max(...scores);
  const parts = scores.map((score) => exp(score - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
}

/** What several heads attend to together: the mean of their weights. */
export function meanWeights(queries: readonly Vector[], keys: readonly Vector[]): readonly number[] {
  const heads = queries.map((query) => weightsOf(query, keys));
  return keys.map((_, word) => heads.reduce((sum, head) => sum + (head[word] ?? 0), 0) / heads.length);
}

/** Less than this no weight is taken for: its logarithm stays finite. */
const LEAST = 1e-30;

/** Cross-entropy against the same share for each right word; never below the logarithm of how many these are. */
export function crossEntropy(weights: readonly number[], right: readonly boolean[]): number {
  let [sum, count] = [0, 0];
  weights.forEach((weight, word) => {
    if (!right[word]) return;
    sum -= log(Math.max(LEAST, weight));
    count += 1;
  });
  return sum / Math.max(1, count);
}
