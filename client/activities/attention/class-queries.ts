import type { Asks, Vector } from '#shared/activities/attention/config';
import { pronouns } from '#shared/activities/attention/pronouns';
import type { Reveal, Summary } from '#shared/activities/attention/view';
import { markOf, type QueryMark } from './marks';
import { pronounNames } from './names';

/** A query that so many students have. */
export interface ClassQuery {
  readonly key: string;
  readonly query: Vector;
  readonly count: number;
  readonly mark: QueryMark;
}

/** Nobody can tell more apart, and each costs the projector elements. */
const MOST = 150;

/** The commonest, in an order that does not depend on who came first. */
const commonest = (queries: readonly ClassQuery[]): readonly ClassQuery[] =>
  [...queries].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, MOST);

const numbers = (key: string): readonly number[] => key.split(' ').map(Number);

/** Everybody's queries as their phones show them, all with one mark: whose question each answers is not told. */
export const ownQueries = ({ own }: Summary): readonly ClassQuery[] =>
  commonest(
    Object.entries(own).map(([key, count]) => {
      const [x = 0, y = 0] = numbers(key);
      return { key, count, query: [x, y], mark: 'disc' };
    }),
  );

const markFor = (asks: Asks, at: number): QueryMark => {
  const pronoun = asks === 'pronouns' ? pronouns[at] : undefined;
  return pronoun ? markOf[pronoun] : 'disc';
};

/** Everybody's queries in one plane. */
export const alignedQueries = (asks: Asks, { aligned }: Summary): readonly ClassQuery[] =>
  commonest(
    Object.entries(aligned).map(([key, count]) => {
      const [at = 0, x = 0, y = 0] = numbers(key);
      return { key, count, query: [x, y], mark: markFor(asks, at) };
    }),
  );

/** A right query, and what it is the right one for. */
export interface BestQuery {
  readonly key: string;
  readonly query: Vector;
  readonly mark: QueryMark;
  readonly name: string | null;
}

export const bestQueries = (asks: Asks, { best }: Reveal): readonly BestQuery[] =>
  best.map((query, at) => {
    const pronoun = asks === 'pronouns' ? pronouns[at] : undefined;
    const name = pronoun ? pronounNames[pronoun]() : null;
    return { key: String(at), query, mark: markFor(asks, at), name };
  });
