import * as v from 'valibot';
import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { Locale } from '../text';
import type { TrainingRequest, TrainingResult } from '../training/request';
import type { Activity, Evidence, Grade, Mistake, Seeds, StepSamples } from './activity';

/** What one seat contributes to the class picture. */
export interface Position {
  readonly seat: Seed;
  readonly submission: unknown;
  readonly result: TrainingResult | null;
}

/** How a simulated student answers: by chance, always the same, or as somebody who has understood. */
export type BotName = 'random' | 'constant' | 'knows';

/** Handing something in. Values are JSON. */
export interface BoundAnswers {
  readonly counts: 'first' | 'last';
  readonly livePicture: boolean;
  /** Null: what is handed in is not personal. */
  readonly erased: unknown;
  /** Parses and checks, after what the seat submitted before; refuses with a code. */
  readonly parse: (raw: unknown, previous: unknown) => Result<unknown, ErrorCode>;
  /** A submission that was accepted when the kind had the version `from`, as it is today. */
  readonly upgraded: (raw: unknown, from: number) => unknown;
  readonly inParts: (submission: unknown) => readonly unknown[];
  /** A submission as a person reads it in a table. */
  readonly inWords: (submission: unknown, locale: Locale) => string;
  /** Simulated students, for rehearsals and tests; where nothing is graded, nobody knows better than by chance. */
  readonly bots: Readonly<Record<BotName, (random: Rng, seat: Seed) => unknown>>;
}

/** Submissions come from the log here, where they were accepted; one that does not parse is a bug and throws. */
export interface BoundGrades {
  readonly grade: (submission: unknown, evidence: Evidence) => Grade;
  readonly mistakes: (submission: unknown, evidence: Evidence) => readonly Mistake[];
  readonly measure: (submission: unknown, evidence: Evidence) => unknown;
}

export interface BoundTrains {
  readonly attempts: number;
  readonly job: (submission: unknown, secret: Seed) => TrainingRequest;
  readonly shown: (submission: unknown, result: TrainingResult) => unknown;
}

/** An activity with its configuration, its types forgotten: what the engine works with. Values are JSON. */
export interface BoundActivity {
  readonly kind: string;
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
  readonly votes: boolean;
  readonly drafts: boolean;
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

/** The one place where an activity's types are forgotten; whatever comes in is parsed first. */
export const binding =
  <Config, Submission, View, Reveal, Summary>(
    activity: Activity<string, Config, Submission, View, Reveal, Summary>,
  ): Bindable['bind'] =>
  (raw, from = activity.version) => {
    const { kind, version } = activity;
    if (from > version) return err(`version ${from} of ${kind} is newer than this build's, ${version}`);
    const today = from < version && 'upgrade' in activity ? activity.upgrade.config(raw, from) : raw;
    const parsed = v.safeParse(activity.config, today);
    return parsed.success ? ok(bound(activity, parsed.output)) : err(v.summarize(parsed.issues));
  };

function bound<Config, Submission, View, Reveal, Summary>(
  activity: Activity<string, Config, Submission, View, Reveal, Summary>,
  config: Config,
): BoundActivity {
  const has = (capability: { readonly when?: (config: Config) => boolean } | undefined): boolean =>
    capability !== undefined && (capability.when?.(config) ?? true);
  const answers = has(activity.answers);
  const orders = activity.orders && has(activity.orders) ? activity.orders : null;
  const reader = readerOf(activity.answers?.submission ?? v.never());
  return {
    kind: activity.kind,
    version: activity.version,
    view: (seat) => {
      const view = activity.view(config, seat);
      return orders && seat !== null ? orders.inOrder(view, orders.orderOf(config, seat)) : view;
    },
    orderOf: orders && ((seat) => orders.orderOf(config, seat)),
    personal: has(activity.personal),
    reveal: (seeds) => activity.reveal(config, seeds),
    picture: pictureOf(activity, config, reader),
    samples: () => activity.samples?.(config) ?? { shown: [], kept: [] },
    answers: answers ? boundAnswers(activity, config, reader) : null,
    grades: answers && has(activity.grades) ? boundGrades(activity, config, reader) : null,
    trains: answers && has(activity.trains) ? boundTrains(activity, config, reader) : null,
    votes: answers && has(activity.votes),
    drafts: answers && has(activity.drafts),
  };
}

type Of<Config, Submission, View, Reveal, Summary> = Activity<
  string,
  Config,
  Submission,
  View,
  Reveal,
  Summary
>;

/** How raw values become submissions of a step. */
interface Reader<Submission> {
  /** Null: it is none. */
  readonly shaped: (raw: unknown) => Submission | null;
  /** The same of what is one. */
  readonly read: (raw: unknown) => Submission;
}

/** Reads each value once: an answer is graded, drawn four times a second, and looked at again when it is revealed. */
function readerOf<Submission>(schema: v.GenericSchema<unknown, Submission>): Reader<Submission> {
  const seen = new WeakMap<object, Submission | null>();
  const shaped = (raw: unknown): Submission | null => {
    if (typeof raw !== 'object' || raw === null) return shapedBy(schema, raw);
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const submission = shapedBy(schema, raw);
    seen.set(raw, submission);
    return submission;
  };
  return { shaped, read: (raw) => shaped(raw) ?? v.parse(schema, raw) };
}

function pictureOf<Config, Submission, View, Reveal, Summary>(
  { answers, emptySummary }: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { shaped }: Reader<Submission>,
): BoundActivity['picture'] {
  if (!answers) return () => emptySummary(config);
  return (positions, secret) => {
    let summary = emptySummary(config);
    for (const position of positions) {
      const submission = shaped(position.submission);
      if (submission !== null)
        summary = answers.addToSummary(
          config,
          summary,
          submission,
          new PositionSeeds(position, secret),
          position.result,
        );
    }
    return summary;
  };
}

/** The seat's own seed is derived once it is asked for. */
class PositionSeeds implements Seeds {
  constructor(
    private readonly position: Position,
    readonly secret: Seed,
  ) {}

  get seat(): Seed {
    return this.position.seat;
  }
}

function shapedBy<Submission>(schema: v.GenericSchema<unknown, Submission>, raw: unknown): Submission | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}

function boundAnswers<Config, Submission, View, Reveal, Summary>(
  activity: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { shaped, read }: Reader<Submission>,
): BoundAnswers | null {
  const { answers, grades, version } = activity;
  if (!answers) return null;
  const { counts, livePicture, erased = null, check, inParts, inWords, bots } = answers;
  const knows = grades?.knows ?? bots.random;
  return {
    counts,
    livePicture: typeof livePicture === 'function' ? livePicture(config) : livePicture,
    erased,
    parse: (raw, previous) => {
      const submission = shaped(raw);
      if (submission === null) return err('submission-invalid');
      return check(config, submission, shaped(previous));
    },
    upgraded: (raw, from) =>
      from < version && 'upgrade' in activity ? activity.upgrade.submission(raw, from) : raw,
    inParts: (whole) => inParts?.(read(whole)) ?? [whole],
    inWords: (raw, locale) => inWords(config, read(raw), locale),
    bots: {
      random: (source, seat) => bots.random(config, source, seat),
      constant: (source, seat) => bots.constant(config, source, seat),
      knows: (source, seat) => knows(config, source, seat),
    },
  };
}

function boundGrades<Config, Submission, View, Reveal, Summary>(
  { answers, grades }: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { read }: Reader<Submission>,
): BoundGrades | null {
  if (!answers || !grades) return null;
  return {
    grade: (submission, evidence) => grades.grade(config, read(submission), evidence),
    mistakes: (submission, evidence) => grades.mistakes?.(config, read(submission), evidence) ?? [],
    measure: (submission, evidence) => grades.measure?.(config, read(submission), evidence) ?? null,
  };
}

function boundTrains<Config, Submission, View, Reveal, Summary>(
  { answers, trains }: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { read }: Reader<Submission>,
): BoundTrains | null {
  if (!answers || !trains) return null;
  return {
    attempts: trains.attempts(config),
    job: (submission, secret) => trains.job(config, read(submission), secret),
    shown: (submission, result) => trains.shown(config, read(submission), result),
  };
}

/**
 * What is to be done with a submission that has just been handed in. Refuses with a code. `graded` at once, `pending`
 * until it was trained, or `ungraded`.
 */
export type Judged = { readonly submission: unknown } & (
  { readonly outcome: 'pending' | 'ungraded' } | { readonly outcome: 'graded'; readonly grade: Grade }
);

/** Parses, checks and, where nothing has to be trained first, grades a submission. Refuses with a code. */
export function judge(
  { answers, grades, trains }: BoundActivity,
  raw: unknown,
  previous: unknown,
  seeds: Seeds,
): Result<Judged, ErrorCode> {
  const parsed = answers?.parse(raw, previous) ?? err('submission-invalid');
  if (!parsed.ok) return parsed;
  const submission = parsed.value;
  if (trains) return ok({ submission, outcome: 'pending' });
  if (!grades) return ok({ submission, outcome: 'ungraded' });
  return ok({ submission, outcome: 'graded', grade: grades.grade(submission, seeds) });
}
