import { rng, shuffled, type Seed } from '../../rng';

/**
 * A table's rows in parts: a shuffled order is cut at `cuts`, ascending, and what is left is the last part. Which rows
 * go where follows from the secret; `label` names its random stream.
 */
export function partsOf<Row>(
  table: readonly Row[],
  secret: Seed,
  label: string,
  cuts: readonly number[],
): Row[][] {
  const order = shuffled([...table.keys()], rng(secret, label));
  return [...cuts, table.length].map((end, i) =>
    order
      .slice(i === 0 ? 0 : cuts[i - 1], end)
      // In the table's order: the order drawn would tell something of the secret.
      .sort((a, b) => a - b)
      .map((row) => table[row] as Row),
  );
}
