import type { Vector } from '#shared/activities/attention/config';
import type { Summary } from '#shared/activities/attention/view';

/** A query that so many students have. */
export interface ClassQuery {
  readonly key: string;
  readonly query: Vector;
  readonly count: number;
}

/** Nobody can tell more apart, and each costs the projector elements. */
const MOST = 120;

const read = (key: string, count: number, from: number): ClassQuery => {
  const [x = 0, y = 0] = key.split(' ').slice(from).map(Number);
  return { key, query: [x, y], count };
};

/** The commonest, in an order that does not depend on who came first. */
const commonest = (queries: readonly ClassQuery[]): readonly ClassQuery[] =>
  [...queries].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, MOST);

/** Everybody's queries as their phones show them. */
export const ownQueries = ({ own }: Summary): readonly ClassQuery[] =>
  commonest(Object.entries(own).map(([key, count]) => read(key, count, 0)));

/** Everybody's i-th query in one plane. */
export const alignedQueries = ({ aligned }: Summary, at: number): readonly ClassQuery[] =>
  commonest(
    Object.entries(aligned)
      .filter(([key]) => key.startsWith(`${at} `))
      .map(([key, count]) => read(key, count, 1)),
  );
