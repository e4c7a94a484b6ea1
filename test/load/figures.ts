import type { Run } from './question';
import type { Row, Target } from './rows';

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
export interface Line extends Row {
  readonly bare: number | null;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

type Of<Played> = Pick<Row, 'name' | 'unit'> & {
  readonly target: Target;
  readonly of: (played: Played) => number;
};

const wait =
  (share: number) =>
  ({ choice }: Run): number =>
    quantile(choice.waits, share);

/** Of one run: what a class feels. Targets are those for 1,000 phones; messages are bounded per phone. */
const felt = (phones: number): readonly Of<Run>[] => [
  { name: 'live.ack-p50-ms', unit: 'ms', target: { most: 2.5 }, of: wait(0.5) },
  { name: 'live.ack-p95-ms', unit: 'ms', target: { most: 6 }, of: wait(0.95) },
  { name: 'live.show-ms', unit: 'ms', target: null, of: ({ choice }) => choice.shown },
  { name: 'live.result-ms', unit: 'ms', target: null, of: ({ choice }) => choice.result },
  { name: 'live.join-all-s', unit: 's', target: null, of: ({ join }) => join.joined / 1_000 },
  {
    name: 'live.messages',
    unit: 'messages',
    target: { most: 4 * phones },
    of: ({ choice }) => choice.traffic.received,
  },
];

/** Ours over the bare server's. */
const ratio = (name: string, most: number, of: (run: Run) => number): Of<Round> => ({
  ...{ name, unit: 'x', target: { most } },
  of: ({ ours, bare }) => of(ours) / of(bare),
});

/** Our server against the bare one; pairs of one round share the machine's mood. */
const comparisons: readonly Of<Round>[] = [
  ratio('live.show-ratio', 1, ({ choice }) => choice.shown),
  ratio('live.result-ratio', 0.9, ({ choice }) => choice.result),
  ratio('live.join-ratio', 1.1, ({ join }) => join.joined),
  ratio('live.ack-p50-ratio', 2, wait(0.5)),
  ratio('live.cpu-join-ratio', 1.2, ({ join }) => join.cpu),
  ratio('live.cpu-answer-ratio', 2, ({ choice }) => choice.cpu),
  {
    name: 'live.rss-over-bare-mb',
    unit: 'MB',
    target: { most: 90 },
    of: ({ ours, bare }) => (ours.memory.peak - bare.memory.peak) / 1_024,
  },
];

/** Medians over the rounds. */
export function linesOf(phones: number, rounds: readonly Round[]): Line[] {
  const compared = comparisons.map(({ name, unit, target, of }) => ({
    ...{ name, unit, target },
    value: median(rounds.map(of)),
    bare: null,
  }));
  const single = felt(phones).map(({ name, unit, target, of }) => ({
    ...{ name, unit, target },
    value: median(rounds.map(({ ours }) => of(ours))),
    bare: median(rounds.map(({ bare }) => of(bare))),
  }));
  return [...compared, ...single];
}

/** Between these sizes memory is to grow slowly. */
const GROWTH: readonly number[] = [300, 3_000];

/** What a phone costs in memory: the growth from 300 to 3,000, or else from the smallest to the largest class. */
export function growth(sizes: readonly Sized[]): Line | null {
  const wanted = sizes.filter(({ phones }) => GROWTH.includes(phones));
  const [small, big] = wanted.length === GROWTH.length ? wanted : [sizes[0], sizes.at(-1)];
  if (!small || !big || small === big) return null;
  const grown = (memory: (round: Round) => number) =>
    (median(big.rounds.map(memory)) - median(small.rounds.map(memory))) / (big.phones - small.phones);
  return {
    ...{ name: 'live.rss-per-phone-kb', unit: 'kB', target: { most: 30 } },
    value: grown(({ ours }) => ours.memory.now),
    bare: grown(({ bare }) => bare.memory.now),
  };
}

export interface Sized {
  readonly phones: number;
  readonly rounds: readonly Round[];
}
