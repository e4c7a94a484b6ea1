import type { Run } from './question';

/** Our server and the bare one, played by the same class one after the other. */
export interface Round {
  readonly ours: Run;
  readonly bare: Run;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** A figure of one size of class, beside what the bare server reached where that says something. */
export interface Line extends Figure {
  readonly bare: number | null;
  readonly target: number;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly of: (run: Run) => number;
}

/** Times and counts of one run. Targets are those for 1,000 phones; messages are bounded per phone. */
const rows = (phones: number): readonly Row[] => [
  { name: 'live.ack-p50-ms', unit: 'ms', target: 2.5, of: ({ choice }) => quantile(choice.waits, 0.5) },
  { name: 'live.ack-p95-ms', unit: 'ms', target: 12, of: ({ choice }) => quantile(choice.waits, 0.95) },
  { name: 'live.result-ms', unit: 'ms', target: 100, of: ({ choice }) => choice.result },
  { name: 'live.show-ms', unit: 'ms', target: 100, of: ({ choice }) => choice.shown },
  { name: 'live.join-all-s', unit: 's', target: 2, of: ({ join }) => join.joined / 1_000 },
  {
    name: 'live.messages',
    unit: 'messages',
    target: 4 * phones,
    of: ({ choice }) => choice.traffic.received,
  },
];

/** Our server against the bare one; pairs of one round share the machine's mood. */
const comparisons: readonly (Omit<Row, 'of'> & { of: (round: Round) => number })[] = [
  {
    name: 'live.cpu-join-ratio',
    unit: 'x',
    target: 1.5,
    of: ({ ours, bare }) => ours.join.cpu / bare.join.cpu,
  },
  {
    name: 'live.cpu-answer-ratio',
    unit: 'x',
    target: 1.5,
    of: ({ ours, bare }) => ours.choice.cpu / bare.choice.cpu,
  },
  {
    name: 'live.rss-over-bare-mb',
    unit: 'MB',
    target: 130,
    of: ({ ours, bare }) => (ours.memory.peak - bare.memory.peak) / 1_024,
  },
];

/** Medians over the rounds. */
export function linesOf(phones: number, rounds: readonly Round[]): Line[] {
  const single = rows(phones).map(({ name, unit, target, of }) => ({
    ...{ name, unit, target },
    value: median(rounds.map(({ ours }) => of(ours))),
    bare: median(rounds.map(({ bare }) => of(bare))),
  }));
  const compared = comparisons.map(({ name, unit, target, of }) => ({
    ...{ name, unit, target },
    value: median(rounds.map(of)),
    bare: null,
  }));
  return [...single, ...compared];
}

/** What a phone costs in memory: the growth between two sizes of class. */
export function growth(small: Sized, big: Sized): Line {
  const memory = ({ rounds }: Sized) => median(rounds.map(({ ours }) => ours.memory.now));
  const bare = ({ rounds }: Sized) => median(rounds.map((round) => round.bare.memory.now));
  const phones = big.phones - small.phones;
  return {
    name: 'live.rss-per-phone-kb',
    unit: 'kB',
    target: 60,
    value: (memory(big) - memory(small)) / phones,
    bare: (bare(big) - bare(small)) / phones,
  };
}

export interface Sized {
  readonly phones: number;
  readonly rounds: readonly Round[];
}
