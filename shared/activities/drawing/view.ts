import type { Seed } from '../../rng';
import type { TrainingResult } from '../../training/request';
import { digits } from '../../training/sets/digits';
import { answerIdOf } from '../answer-id';
import type { Handed, Reading, Seeds } from '../activity';
import { askedOf } from './asked';
import type { Config, Submission } from './config';
import { isMeasured } from './reading';

/** A picture of the data: the ink of its cells, 0 to 16, in digits of base 17 row by row. */
export interface Example {
  readonly digit: number;
  readonly cells: string;
}

export interface View {
  readonly asks: number;
  /** The digits that this seat draws, in this order; null on the projector. */
  readonly digits: readonly number[] | null;
  /** Some of what the network has learnt from, on the projector alone. */
  readonly data: readonly Example[];
}

/** How many of each digit the projector shows of the data. */
const OF_EACH = 4;
const BASE = 17;

/** The first of each digit, row by row of the wall: nobody is judged by them. */
const data: readonly Example[] = Array.from({ length: OF_EACH }, (_, nth) =>
  Array.from({ length: 10 }, (_, digit) => {
    const { pixels } = digits.filter(({ y }) => y === digit)[nth] ?? { pixels: [] };
    return { digit, cells: pixels.map((ink) => ink.toString(BASE)).join('') };
  }),
).flat();

export const view = (config: Config, seat: Seed | null): View => ({
  asks: config.asks,
  digits: seat === null ? null : askedOf(config, seat),
  data: seat === null ? data : [],
});

/** What one student has drawn, without a name. `id`: by which the teacher hides it. */
export interface Drawn {
  readonly id: string;
  readonly asked: readonly number[];
  readonly ink: readonly string[];
  /** What the network that knows only the data says of each; null before it has read them. */
  readonly said: readonly number[] | null;
}

/** How many were read as what had been asked for. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Summary {
  /** How many sheets the class has drawn. */
  readonly drawn: number;
  /** Some of them, in an order that says nothing of who was first; at most `MOST` students'. */
  readonly wall: readonly Drawn[];
  /** The network's accuracy on its own test set; null before it has read. */
  readonly own: number | null;
  /** What it reads of the class's. */
  readonly ours: Share;
  /** The half that has not joined: read before the other half did, and after. */
  readonly before: Share;
  readonly after: Share;
}

/** Three sheets of each are more than a projector holds at a size that can be read from the back. */
export const MOST = 24;

const none: Share = { right: 0, of: 0 };

export const emptySummary = (): Summary => ({
  ...{ drawn: 0, wall: [], own: null },
  ...{ ours: none, before: none, after: none },
});

/** Only what one seat has drawn has one id, and is told apart by its ink. */
const byKey = (a: Drawn, b: Drawn): number => {
  const [one, other] = a.id === b.id ? [a.ink.join(), b.ink.join()] : [a.id, b.id];
  return one < other ? -1 : 1;
};

function counted({ right, of }: Share, asked: readonly number[], said: readonly number[] | null): Share {
  if (!said) return { right, of };
  const hits = asked.filter((digit, i) => said[i] === digit).length;
  return { right: right + hits, of: of + asked.length };
}

/** What networks said of the sheets that are there. */
const saidBy = (reading: Reading | null, which: number, sheets: number): readonly number[] | null =>
  reading?.networks[which]?.said.slice(0, sheets) ?? null;

/** What was erased is not there. */
export function addToSummary(
  config: Config,
  summary: Summary,
  { ink }: Submission,
  { seat }: Seeds,
  _result: TrainingResult | null,
  reading: Reading | null = null,
): Summary {
  if (ink.length === 0) return summary;
  const asked = askedOf(config, seat).slice(0, ink.length);
  const [first, second] = [0, 1].map((which) => saidBy(reading, which, ink.length));
  const said = first ?? null;
  const drawn = { id: answerIdOf(seat), asked, ink, said };
  const kept = reading && isMeasured(reading) && first && second ? { first, second } : null;
  return {
    drawn: summary.drawn + ink.length,
    wall: [...summary.wall, drawn].sort(byKey).slice(0, MOST),
    own: reading?.networks[0]?.open ?? summary.own,
    ours: counted(summary.ours, asked, said),
    before: counted(summary.before, asked, kept && kept.first),
    after: counted(summary.after, asked, kept && kept.second),
  };
}

/** What a student is told at the reveal. */
export interface Measure {
  readonly asked: readonly number[];
  /** What the network says of each. */
  readonly said: readonly number[];
}

export function measure(
  config: Config,
  { seat, submission: { ink } }: Handed<Submission>,
  reading: Reading | null,
): Measure | null {
  const said = saidBy(reading, 0, ink.length);
  return said && ink.length > 0 ? { asked: askedOf(config, seat).slice(0, ink.length), said } : null;
}
