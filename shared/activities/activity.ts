import type { GenericSchema } from 'valibot';
import type { ErrorCode } from '../errors';
import type { Result } from '../result';
import type { Rng, Seed } from '../rng';

/** The two seeds of a submission: the seat's own, and the step's secret one that never leaves the server. */
export interface Seeds {
  readonly seat: Seed;
  readonly secret: Seed;
}

/** What a submission is worth. `score` is in [0, 1]; `right` is what the correct count counts. */
export interface Grade {
  readonly score: number;
  readonly right: boolean;
}

/** A submission that the activity itself vouches for: tests, seeds and docs all use these. */
export interface Example<Config> {
  readonly name: 'correct' | 'partial' | 'wrong' | 'invalid';
  readonly config: Config;
  readonly submission: unknown;
  /** The score it must get, or the code with which it must be refused. */
  readonly expect: number | ErrorCode;
}

/** A simulated student: how it answers, given what it may see. */
export type Bot<Config, Submission> = (config: Config, random: Rng) => Submission;

/**
 * One kind of thing a class can do. Everything here is pure; the same arguments give the same values in the
 * server, on a phone and in a replay years later.
 */
export interface Activity<Kind extends string, Config, Submission, View, Reveal, Summary> {
  readonly kind: Kind;
  readonly config: GenericSchema<unknown, Config>;
  readonly submission: GenericSchema<unknown, Submission>;
  /** Whether the first submission stands, or the last one before the close. */
  readonly counts: 'first' | 'last';
  /** Whether positions sent while tuning make the class picture live. */
  readonly drafts: boolean;
  /** What the student sees before the reveal: no answer, no hidden data. Without a seat: what the projector shows. */
  readonly studentView: (config: Config, seat: Seed | null) => View;
  /** Whether a well-shaped submission fits this configuration. */
  readonly check: (config: Config, submission: Submission) => Result<Submission, ErrorCode>;
  readonly grade: (config: Config, submission: Submission, seeds: Seeds) => Grade;
  /** What may be shown once the step is revealed. */
  readonly reveal: (config: Config, seeds: { readonly secret: Seed }) => Reveal;
  readonly emptySummary: (config: Config) => Summary;
  /** The class picture as a fold; the order of submissions does not matter. */
  readonly addToSummary: (config: Config, summary: Summary, submission: Submission) => Summary;
  readonly examples: readonly Example<Config>[];
  readonly bots: {
    readonly random: Bot<Config, Submission>;
    readonly constant: Bot<Config, Submission>;
    readonly knows: Bot<Config, Submission>;
  };
}
