import type { GenericSchema } from 'valibot';
import type { ErrorCode } from '../errors';
import type { Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { TrainingRequest, TrainingResult } from '../training/request';

/** The two seeds of a submission: the seat's own, and the step's secret one that never leaves the server. */
export interface Seeds {
  readonly seat: Seed;
  readonly secret: Seed;
}

/** What grading may use: the seeds and, where the server trains, what came out. */
export interface Evidence extends Seeds {
  readonly result?: TrainingResult;
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
  /** Whether positions sent while tuning are part of the class picture. */
  readonly drafts: boolean;
  /** Whether the class picture may be shown while the step is open; a vote's may not, it would answer for others. */
  readonly livePicture: boolean;
  /** Whether the class can discuss and vote again. */
  readonly votesAgain: boolean;
  /** What the student sees before the reveal: no answer, no hidden data. Without a seat: what the projector shows. */
  readonly studentView: (config: Config, seat: Seed | null) => View;
  /** Whether a well-shaped submission fits this configuration, after what the seat submitted before. */
  readonly check: (
    config: Config,
    submission: Submission,
    previous: Submission | null,
  ) => Result<Submission, ErrorCode>;
  readonly grade: (config: Config, submission: Submission, evidence: Evidence) => Grade;
  /** Where a submission is a configuration that the server trains. */
  readonly training?: Training<Config, Submission>;
  /** What may be shown once the step is revealed. */
  readonly reveal: (config: Config, seeds: { readonly secret: Seed }) => Reveal;
  readonly emptySummary: (config: Config) => Summary;
  /** The class picture as a fold that may change the summary it is given; the order of submissions does not matter. */
  readonly addToSummary: (
    config: Config,
    summary: Summary,
    submission: Submission,
    seeds: Seeds,
    result: TrainingResult | null,
  ) => Summary;
  readonly examples: readonly Example<Config>[];
  readonly bots: {
    readonly random: Bot<Config, Submission>;
    readonly constant: Bot<Config, Submission>;
    readonly knows: Bot<Config, Submission>;
  };
}

/** A submission that has to be trained before it can be graded. */
export interface Training<Config, Submission> {
  /** How many different submissions of one seat are trained; the same one again is free. */
  readonly attempts: (config: Config) => number;
  /** What to train; deterministic, so that a lost job can be asked for again. */
  readonly job: (config: Config, submission: Submission, secret: Seed) => TrainingRequest;
  /** What a student may see of a finished run during the round: nothing that private data said. */
  readonly shown: (config: Config, submission: Submission, result: TrainingResult) => unknown;
}
