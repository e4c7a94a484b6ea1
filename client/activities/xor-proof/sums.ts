import { rowsOf } from '#shared/activities/neuron/truth-table';
import type { Pairs, Signs } from '#shared/activities/xor-proof/config';

const rows = rowsOf('xor');

/** The left side of an inequality: how often w0, w1 and b stand in it. */
export type Terms = readonly [number, number, number];
/** What is known of a left side: below 0, at least 0, or nothing. */
export type Relation = '<' | '≥' | '?';

/** z of a row, or of several rows added: w0 x0 + w1 x1 + b. */
export const termsOf = (added: readonly number[]): Terms =>
  added.reduce<Terms>(
    ([w0, w1, b], row) => [w0 + (rows[row]?.x[0] ?? 0), w1 + (rows[row]?.x[1] ?? 0), b + 1],
    [0, 0, 0],
  );

/** An inequality as plain text, for a screen reader. */
export const spoken = (terms: Terms, against: Relation): string =>
  terms
    .flatMap((count, i) => (count === 0 ? [] : `${count > 1 ? count : ''}${['w₀', 'w₁', 'b'][i] ?? ''}`))
    .join(' + ') + ` ${against} 0`;

export const relation = (sign: 0 | 1): Relation => (sign === 1 ? '≥' : '<');

/** What follows for the sum of some rows: two signs that differ say nothing. */
export function together(added: readonly number[], signs: Signs): Relation {
  const [first, ...others] = added.map((row) => signs[row] ?? 0);
  return first !== undefined && others.every((sign) => sign === first) ? relation(first) : '?';
}

const all = [0, 1, 2, 3] as const;

/** The two rows that were picked, and the two others; null until there are two. */
export function pairsOf(picked: readonly number[]): Pairs | null {
  const [a, b] = all.filter((row) => picked.includes(row));
  const [c, d] = all.filter((row) => !picked.includes(row));
  if (picked.length !== 2 || a === undefined || b === undefined || c === undefined || d === undefined)
    return null;
  return [
    [a, b],
    [c, d],
  ];
}
