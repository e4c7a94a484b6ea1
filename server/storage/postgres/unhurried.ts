import type { ClientBase, Pool, QueryConfig, QueryResultRow } from 'pg';

/** As long as a timer can be: what is waited for with it takes as long as it takes, ms. */
const NO_LIMIT = 2_147_483_647;

/** Asks what may take longer than an answer that a person waits for (connect.ts). */
export async function unhurried<Row extends QueryResultRow>(
  on: ClientBase | Pool,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  // The driver's types do not know that a statement may have a limit of its own.
  const asked: QueryConfig & { readonly query_timeout: number } = { text, query_timeout: NO_LIMIT };
  if (values) asked.values = [...values];
  return (await on.query<Row>(asked)).rows;
}
