import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { Locale, Text } from '../text';
import type { TrainingRequest, TrainingResult } from '../training/request';
import type { ClassRequest } from '../training/together/request';
import type { Evidence, Grade, Handed, Mistake, Reading, Seeds, StepSamples } from './activity';

/** What one seat contributes to the class picture. */
export interface Position {
  readonly seat: Seed;
  readonly submission: unknown;
  readonly result: TrainingResult | null;
  /** Left out: nothing was read. */
  readonly reading?: Reading | null;
}

/** How a simulated student answers: by chance, always the same, or as somebody who has understood. */
export type BotName = 'random' | 'constant' | 'knows';

type BoundBot = (random: Rng, seat: Seed) => unknown;

/** Handing something in. Values are JSON. */
export interface BoundAnswers {
  readonly counts: 'first' | 'last';
  readonly livePicture: boolean;
  /** What of the class picture may be shown while the step is open. */
  readonly whileOpen: (picture: unknown) => unknown;
  /** Null: what is handed in is not personal. */
  readonly erased: unknown;
  /** Parses and checks, after what the seat submitted before; refuses with a code. */
  readonly parse: (raw: unknown, previous: unknown) => Result<unknown, ErrorCode>;
  /** A submission that was accepted when the kind had the version `from`, as it is today. */
  readonly upgraded: (raw: unknown, from: number) => unknown;
  /** Whether an accepted submission is all that the step asks for. */
  readonly whole: (submission: unknown) => boolean;
  readonly inParts: (submission: unknown) => readonly unknown[];
  /** A submission as a person reads it in a table. */
  readonly inWords: (submission: unknown, locale: Locale) => string;
  /** Simulated students, for rehearsals and tests; where nothing is graded, nobody knows better than by chance. */
  readonly bots: Readonly<Record<BotName, BoundBot>>;
  /** Null: an answer has no half. */
  readonly givesUp: BoundBot | null;
  /** What the open step's class picture of these positions suggests to send; null: nothing. */
  readonly fromProjector: ((class_: Iterable<Position>, seeds: Seeds, random: Rng) => unknown) | null;
}

/** Submissions come from the log here, where they were accepted; one that does not parse is a bug and throws. */
export interface BoundGrades {
  readonly grade: (submission: unknown, evidence: Evidence) => Grade;
  readonly mistakes: (submission: unknown, evidence: Evidence) => readonly Mistake[];
  readonly measure: (submission: unknown, evidence: Evidence) => unknown;
  readonly copyingPays: boolean;
}

export interface BoundTrains {
  readonly attempts: number;
  readonly job: (submission: unknown, secret: Seed) => TrainingRequest;
  readonly shown: (submission: unknown, result: TrainingResult) => unknown;
}

export interface BoundTogether {
  /** Submissions are accepted ones. With the step's secret each is judged too. */
  readonly request: (submissions: readonly unknown[], secret: Seed | null) => ClassRequest;
}

export interface BoundReads {
  readonly parts: number;
  readonly networks: (of: number) => number;
  readonly request: (
    network: number,
    handed: readonly (Handed<unknown> | null)[],
    secret: Seed,
  ) => TrainingRequest;
  readonly measure: (handed: Handed<unknown>, reading: Reading | null) => unknown;
}

/** An activity with its configuration, its types forgotten: what the engine works with. Values are JSON. */
export interface BoundActivity {
  readonly kind: string;
  /** What a downloaded table calls it. */
  readonly name: Text;
  /** Of the submissions that it accepts. */
  readonly version: number;
  readonly view: (seat: Seed | null) => unknown;
  /** The order in which a seat sees what all see; null: everybody sees the same. */
  readonly orderOf: ((seat: Seed) => string) | null;
  /** Each seat has a view of its own. */
  readonly personal: boolean;
  readonly reveal: (seeds: { readonly secret: Seed }) => unknown;
  /** The class picture of some submissions or drafts; what does not parse is left out. */
  readonly picture: (positions: Iterable<Position>, secret: Seed) => unknown;
  readonly samples: () => StepSamples;
  readonly answers: BoundAnswers | null;
  readonly grades: BoundGrades | null;
  readonly trains: BoundTrains | null;
  readonly together: BoundTogether | null;
  readonly reads: BoundReads | null;
  readonly votes: boolean;
  readonly drafts: boolean;
  readonly taps: boolean;
}

/** A kind that can be bound to configurations of steps. */
export interface Bindable {
  readonly kind: string;
  readonly version: number;
  /**
   * Reads a configuration of the version `from` once; the error says what is wrong with it, for whoever writes
   * lessons.
   */
  readonly bind: (config: unknown, from?: number) => Result<BoundActivity, string>;
}

/**
 * What is to be done with a submission that has just been handed in. Refuses with a code. `graded` at once, `pending`
 * until it was trained or the class was reckoned together, or `ungraded`.
 */
export type Judged = { readonly submission: unknown } & (
  { readonly outcome: 'pending' | 'ungraded' } | { readonly outcome: 'graded'; readonly grade: Grade }
);

/** Parses, checks and, where nothing has to be trained or reckoned first, grades a submission. Refuses with a code. */
export function judge(
  { answers, grades, trains, together }: BoundActivity,
  raw: unknown,
  previous: unknown,
  seeds: Seeds,
): Result<Judged, ErrorCode> {
  const parsed = answers?.parse(raw, previous) ?? err('submission-invalid');
  if (!parsed.ok) return parsed;
  const submission = parsed.value;
  if (trains || together) return ok({ submission, outcome: 'pending' });
  if (!grades) return ok({ submission, outcome: 'ungraded' });
  return ok({ submission, outcome: 'graded', grade: grades.grade(submission, seeds) });
}
