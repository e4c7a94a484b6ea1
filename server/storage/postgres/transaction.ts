import type { ClientBase, QueryConfig, QueryResult } from 'pg';

/** Why a transaction was not committed: nothing of it is kept, unless the connection was lost at its end. */
export interface Uncommitted {
  /** The statement that was refused; as many as there are statements: the commit itself. */
  readonly at: number;
  readonly why: unknown;
}

/**
 * How long the database may take for one statement, ms. No setting of the whole connection: a BEGIN that ran out of time
 * would leave those behind it to be committed one by one.
 */
const STATEMENT_WITHIN = 4_000;

const BEGIN: QueryConfig = { text: `BEGIN; SET LOCAL statement_timeout = ${STATEMENT_WITHIN}` };

/**
 * Runs statements in one transaction, all of them sent at once, so that it takes one way there and back, and a server
 * that is stopped in the middle holds nobody up. Null: it is committed.
 */
export async function transaction(
  client: ClientBase,
  statements: readonly QueryConfig[],
): Promise<Uncommitted | null> {
  const sent = [BEGIN, ...statements, { text: 'COMMIT' }].map((one) => client.query(one));
  const settled = await Promise.allSettled(sent);
  const at = settled.findIndex(({ status }) => status === 'rejected');
  if (at !== -1) return { at: Math.max(0, at - 1), why: (settled[at] as PromiseRejectedResult).reason };
  const { command } = (settled.at(-1) as PromiseFulfilledResult<QueryResult>).value;
  // What the database says to a commit of something that it has given up already.
  return command === 'COMMIT' ? null : { at: statements.length, why: new Error(`${command}, not a commit`) };
}

/** What the database calls an error, in five characters; null: it comes from somewhere else. */
function stateOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Another row has this key already. */
const UNIQUE = '23505';

/** The table whose key is taken; null: that is not what went wrong. */
export function takenIn(error: unknown): string | null {
  if (stateOf(error) !== UNIQUE) return null;
  const { table } = error as { table?: string };
  return table ?? '';
}

/** Whether it is about what was written, so that something else could still be: data, keys, two that wait for each other, too much of it. */
export const isAboutRows = (error: unknown): boolean => /^(22|23|40|54)/.test(stateOf(error) ?? '');

/** Whether a connection that was there is not any more: the database was stopped, or the way to it was cut. */
export function isLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|57P0|ECONNRESET|EPIPE)/.test(code) || message.startsWith('Connection terminated');
}
