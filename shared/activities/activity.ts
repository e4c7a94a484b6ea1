import type { GenericSchema } from 'valibot';
import type { ErrorCode } from '../errors';
import type { Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { Locale, Text } from '../text';
import type { TrainingRequest, TrainingResult } from '../training/request';
import type { ClassFigures, ClassRequest, JudgedPart } from '../training/together/request';

/** The two seeds of a submission: the seat's own, and the step's secret one that never leaves the server. */
export interface Seeds {
  readonly seat: Seed;
  readonly secret: Seed;
}

/** What a class came to that was reckoned as a whole, and what one seat was to it. */
export interface Share {
  readonly class: ClassFigures;
  readonly part: JudgedPart;
}

/** What grading may use: the seeds and, where the server trains or reckons the class together, what came out. */
export interface Evidence extends Seeds {
  readonly result?: TrainingResult;
  readonly share?: Share;
}

/** What networks said of something that was handed in, once it was read together with everybody's. */
export interface Reading {
  /** Its place among all that were read, from 0, as it was drawn by lot; and how many these are. */
  readonly place: number;
  readonly of: number;
  /**
   * Of each network how good it is on its own test set, and the class that it put each part into; null while it is trained,
   * and if that failed.
   */
  readonly networks: readonly ({ readonly open: number; readonly said: readonly number[] } | null)[];
}

/** Something that is handed in, and from which seat. */
export interface Handed<Submission> {
  readonly seat: Seed;
  readonly submission: Submission;
}

/** What a submission is worth. `score` is in [0, 1]; `right` is what the correct count counts. */
export interface Grade {
  readonly score: number;
  readonly right: boolean;
}

/**
 * The samples of real data that a step has, each by a name that is the same wherever it is used. What is drawn from the
 * step's own secret seed is in no other step and need not be named.
 */
export interface StepSamples {
  /** In what leaves the server before the reveal. */
  readonly shown: readonly string[];
  /** In nothing that leaves the server before the reveal. */
  readonly kept: readonly string[];
}

/** A mistake that has a name. Within a step two of one id are the same one, and say the same. */
export interface Mistake {
  readonly id: string;
  /** What was forgotten or taken for something else, in a few words. */
  readonly why: Text;
}

/** The same as an earlier version of the kind wrote it. */
interface Earlier {
  readonly version: number;
  readonly config: unknown;
  readonly submission: unknown;
}

/** A configuration that the activity itself vouches for, with a submission and what becomes of it. */
export type Example<Config> = { readonly config: Config; readonly earlier?: readonly Earlier[] } & (
  | {
      /** A step that nobody answers. */
      readonly name: 'shown';
    }
  | { readonly name: 'ungraded'; readonly submission: unknown }
  | {
      readonly name: 'correct' | 'partial' | 'wrong';
      readonly submission: unknown;
      /** The score that it must get. */
      readonly expect: number;
    }
  | {
      readonly name: 'invalid';
      readonly submission: unknown;
      /** The code with which it must be refused. */
      readonly expect: ErrorCode;
    }
);

/** A simulated student: how it answers, given what it may see from its seat. */
export type Bot<Config, Submission> = (config: Config, random: Rng, seat: Seed) => Submission;

/** A capability that the configuration may leave out: a poll answers without a grade. */
interface Capability<Config> {
  /** Whether a step of this configuration has it; without `when` every step of the kind has. */
  readonly when?: (config: Config) => boolean;
}

/** Students hand something in while the step is open. Without it a step is only shown: a slide, a break. */
export interface Answers<Config, Submission, Summary> extends Capability<Config> {
  readonly submission: GenericSchema<unknown, Submission>;
  /** Whether the first submission stands, or the last one before the close. */
  readonly counts: 'first' | 'last';
  /**
   * Whether the class picture may be shown while the step is open; a vote's may not, it would answer for others. Where the
   * configuration says it, a function of it.
   */
  readonly livePicture: boolean | ((config: Config) => boolean);
  /**
   * What is handed in is personal, such as words of one's own: a log keeps it beside itself, where it can be erased, and
   * this is read in its place then. The teacher can hide an answer of such a step from everybody.
   */
  readonly erased?: Submission;
  /** Whether a well-shaped submission fits this configuration, after what the seat submitted before. */
  readonly check: (
    config: Config,
    submission: Submission,
    previous: Submission | null,
  ) => Result<Submission, ErrorCode>;
  /** One more submission in the class picture, which it may change; the order of submissions does not matter. */
  readonly addToSummary: (
    config: Config,
    summary: Summary,
    submission: Submission,
    seeds: Seeds,
    result: TrainingResult | null,
    reading?: Reading | null,
  ) => Summary;
  /**
   * What of a live picture is shown while the step is open: nothing that tells what the class agrees on, and nothing that
   * can be sent instead of one's own. Without it all of it.
   */
  readonly whileOpen?: (summary: Summary) => Summary;
  /** A submission as a person reads it in a table: one line, no codes. */
  readonly inWords: (config: Config, submission: Submission, locale: Locale) => string;
  /**
   * Whether a submission is all that the step asks for. Where it is handed in in parts, none is before the last one.
   * Without it each one is.
   */
  readonly whole?: (config: Config, submission: Submission) => boolean;
  /** What is handed in one after the other until `submission` stands, itself the last; without it: all at once. */
  readonly inParts?: (submission: Submission) => readonly Submission[];
  readonly bots: {
    readonly random: Bot<Config, Submission>;
    readonly constant: Bot<Config, Submission>;
    /** Begins as somebody who knows, and leaves the rest as it stood; without it an answer has no half. */
    readonly givesUp?: Bot<Config, Submission>;
    /** Sends what the picture of the open step suggests; without it nothing in that picture can be sent. */
    readonly projector?: (config: Config, picture: Summary, random: Rng, seat: Seed) => Submission;
  };
}

/** Answers are worth something. Without it who answered has answered, and that is all. */
export interface Grades<Config, Submission> extends Capability<Config> {
  readonly grade: (config: Config, submission: Submission, evidence: Evidence) => Grade;
  /** What was got wrong, where that has names; none for whatever is right. Nobody is told before the reveal. */
  readonly mistakes?: (config: Config, submission: Submission, evidence: Evidence) => readonly Mistake[];
  /**
   * What a submission came to in the kind's own measure (rows, birds, an accuracy), which its client says in words;
   * null where there is nothing to measure. JSON. Nobody is told before the reveal.
   */
  readonly measure?: (config: Config, submission: Submission, evidence: Evidence) => unknown;
  /** A simulated student who has understood. */
  readonly knows: Bot<Config, Submission>;
  /** A classmate's answer is worth something at another seat too, which is said openly: AND has one best line. */
  readonly copyingPays?: Capability<Config>;
}

/** Submissions are configurations that the server trains before it can grade them. */
export interface Trains<Config, Submission> extends Capability<Config> {
  /** How many different submissions of one seat are trained; the same one again is free. */
  readonly attempts: (config: Config) => number;
  /** What to train; deterministic, so that a lost job can be asked for again. */
  readonly job: (config: Config, submission: Submission, secret: Seed) => TrainingRequest;
  /** What a student may see of a finished run during the round: nothing that private data said. */
  readonly shown: (config: Config, submission: Submission, result: TrainingResult) => unknown;
}

/**
 * What all seats have set is one thing: it is reckoned live from what they tune, and at the close from what was sent, and
 * only then is anybody's answer graded. How much an answer is worth depends on everybody else's, so who knows is over a
 * half, not over 0.9.
 */
export interface Together<Config, Submission> extends Capability<Config> {
  /** What to reckon of positions; with the step's secret also what each is worth. */
  readonly request: (config: Config, submissions: readonly Submission[], secret: Seed | null) => ClassRequest;
}

/**
 * Once a step is closed, everything that was handed in is read by networks that the server trains for it; some learn from a
 * part of it first. Nobody waits for that while the step is open.
 */
export interface Reads<Config, Submission> extends Capability<Config> {
  /** So many pictures of each submission are read. */
  readonly parts: (config: Config) => number;
  /** How many networks read what so many have handed in. */
  readonly networks: (config: Config, of: number) => number;
  /**
   * What one of them learns, and as its `read` all parts of all that was handed in, one after the other. Null: it was
   * hidden or erased meanwhile; it has its places there, and teaches nothing. Deterministic, as a `job`.
   */
  readonly request: (
    config: Config,
    network: number,
    handed: readonly (Handed<Submission> | null)[],
    secret: Seed,
  ) => TrainingRequest;
  /** What a seat is told of its own at the reveal, which its client says in words. JSON. */
  readonly measure: (config: Config, handed: Handed<Submission>, reading: Reading | null) => unknown;
}

/** The class can discuss and vote once more. */
export type Votes<Config> = Capability<Config>;

/**
 * What is only shown has something to tap, so that everybody knows that their phone works. Who has is counted while it is on
 * stage, and kept nowhere.
 */
export type Taps<Config> = Capability<Config>;

/** Positions sent while tuning are part of the class picture, and at the close the last one counts for who has sent none. */
export type Drafts<Config> = Capability<Config>;

/**
 * A seat's view is everybody's in an order of its own. Who comes is told its orders for the whole lesson, so that one
 * frame opens the step for all, and each phone puts it in order by itself.
 */
export interface Orders<Config, View> extends Capability<Config> {
  /** The order of a seat in a few characters, which tell nothing of the step: it has not been opened yet. */
  readonly orderOf: (config: Config, seat: Seed) => string;
  readonly inOrder: (view: View, order: string) => View;
}

/** A seat's view has something that the others' have not, so that each is sent its own. */
export type Personal<Config> = Capability<Config>;

/** Reads what an earlier version wrote. `from` is that version, at least 1 and below the kind's own. */
export interface Upgrade {
  readonly config: (raw: unknown, from: number) => unknown;
  readonly submission: (raw: unknown, from: number) => unknown;
}

/** From its second version on a kind upgrades what the earlier ones wrote. */
type Versioned = { readonly version: 1 } | { readonly version: number; readonly upgrade: Upgrade };

/**
 * One kind of thing a class can do: what every kind has, and what this one can do besides. Everything here is pure;
 * the same arguments give the same values in the server, on a phone and in a replay years later.
 */
export type Activity<Kind extends string, Config, Submission, View, Reveal, Summary> = Versioned & {
  readonly kind: Kind;
  /** What a downloaded table calls it, as the editor does (`client/activities/<kind>/edit.ts`). */
  readonly name: Text;
  readonly config: GenericSchema<unknown, Config>;
  /**
   * What the student sees before the reveal: no answer, no hidden data. Without a seat: what the projector shows, and
   * unless it is `personal` every phone, in its own order.
   */
  readonly view: (config: Config, seat: Seed | null) => View;
  /** The class picture before anybody has answered. */
  readonly emptySummary: (config: Config) => Summary;
  /** What may be shown once the step is revealed. */
  readonly reveal: (config: Config, seeds: { readonly secret: Seed }) => Reveal;
  /** Without it the kind uses no real data. */
  readonly samples?: (config: Config) => StepSamples;
  readonly answers?: Answers<Config, Submission, Summary>;
  readonly grades?: Grades<Config, Submission>;
  readonly trains?: Trains<Config, Submission>;
  readonly together?: Together<Config, Submission>;
  readonly reads?: Reads<Config, Submission>;
  readonly votes?: Votes<Config>;
  readonly drafts?: Drafts<Config>;
  readonly taps?: Taps<Config>;
  readonly orders?: Orders<Config, View>;
  readonly personal?: Personal<Config>;
  /** Tests, seeds and docs all use these. */
  readonly examples: readonly Example<Config>[];
};
