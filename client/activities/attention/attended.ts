import type { Vector } from '#shared/activities/attention/config';
import { weightsOf } from '#shared/activities/attention/softmax';

/** What words are attended to: by each head, and by all of them together. */
export interface Attended {
  readonly heads: readonly (readonly number[])[];
  readonly mean: readonly number[];
}

export function attended(queries: readonly Vector[], keys: readonly Vector[], temperature = 1): Attended {
  const heads = queries.map((query) => weightsOf(query, keys, temperature));
  const mean = keys.map((_, word) => heads.reduce((sum, head) => sum + (head[word] ?? 0), 0) / heads.length);
  return { heads, mean };
}

/** The two words that get most, as places in the sentence. */
export function mostAttended(weights: readonly number[]): readonly [number, number] {
  const ranked = weights.map((_, word) => word).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  return [ranked[0] ?? 0, ranked[1] ?? 0];
}
