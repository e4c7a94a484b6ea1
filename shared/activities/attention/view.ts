import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { faint } from '../faint';
import { counted, type Counts } from '../neuron/lines';
import type { Asks, Config, Submission, Vector } from './config';
import { reckoned } from './grade';
import { ideal, pronouns } from './pronouns';
import { idealHeads } from './roles';
import { onGrid, turnOf } from './turn';

/** The sentence is the same for all; how the plane lies differs from seat to seat, and is null where no seat looks. */
export interface View {
  readonly asks: Asks;
  readonly turn: number | null;
}

/** The best queries, in the plane as it is reckoned with, in tenths. */
export interface Reveal {
  readonly best: readonly Vector[];
}

/**
 * How many students have each query: in one plane for all ("i x y", the i-th query), and as each one's phone shows them
 * ("x y").
 */
export interface Summary {
  readonly aligned: Counts;
  readonly own: Counts;
}

export const view = (config: Config, seat: Seed | null): View => ({
  asks: config.asks,
  turn: seat === null ? (config.turn ?? null) : turnOf(config, seat),
});

export const reveal = ({ asks }: Config): Reveal => ({
  best: asks === 'roles' ? idealHeads : pronouns.map((pronoun) => ideal[pronoun]),
});

export const emptySummary = (): Summary => ({ aligned: {}, own: {} });

export function addToSummary(config: Config, summary: Summary, sent: Submission, { seat }: Seeds): Summary {
  const aligned = reckoned(config, sent, seat).map((query, i) => `${i} ${onGrid(query).join(' ')}`);
  const own = sent.queries.map((query) => query.join(' '));
  return {
    aligned: aligned.reduce(counted, summary.aligned),
    own: own.reduce(counted, summary.own),
  };
}

/** Each plane lies in another way, so that nobody can tell which query of the open picture would be right in their own. */
export const whileOpen = ({ own }: Summary): Summary => ({ aligned: {}, own: faint(Object.keys(own)) });
