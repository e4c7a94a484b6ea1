import * as v from 'valibot';
import { err, ok } from '../result';
import type { Seed } from '../rng';
import type { Activity, Answers, Handed, Seeds } from './activity';
import type {
  Bindable,
  BoundActivity,
  BoundAnswers,
  BoundGrades,
  BoundReads,
  BoundTogether,
  BoundTrains,
  Position,
} from './bound';

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
  const picture = pictureOf(activity, config, reader);
  return {
    kind: activity.kind,
    name: activity.name,
    version: activity.version,
    view: (seat) => {
      const view = activity.view(config, seat);
      return orders && seat !== null ? orders.inOrder(view, orders.orderOf(config, seat)) : view;
    },
    orderOf: orders && ((seat) => orders.orderOf(config, seat)),
    personal: has(activity.personal),
    reveal: (seeds) => activity.reveal(config, seeds),
    picture,
    samples: () => activity.samples?.(config) ?? { shown: [], kept: [] },
    answers: answers ? boundAnswers(activity, config, reader, picture) : null,
    grades: answers && has(activity.grades) ? boundGrades(activity, config, reader) : null,
    trains: answers && has(activity.trains) ? boundTrains(activity, config, reader) : null,
    together: answers && has(activity.together) ? boundTogether(activity, config, reader) : null,
    reads: answers && has(activity.reads) ? boundReads(activity, config, reader) : null,
    votes: answers && has(activity.votes),
    drafts: answers && has(activity.drafts),
    taps: !answers && has(activity.taps),
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
): (positions: Iterable<Position>, secret: Seed) => Summary {
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
          position.reading ?? null,
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
  picture: (positions: Iterable<Position>, secret: Seed) => Summary,
): BoundAnswers | null {
  const { answers, version } = activity;
  if (!answers) return null;
  const { counts, erased = null, whileOpen, check, whole, inParts, inWords } = answers;
  return {
    counts,
    livePicture: isLive(answers, config),
    // A picture comes from this same activity.
    whileOpen: (picture) => whileOpen?.(picture as Summary) ?? picture,
    erased,
    parse: (raw, previous) => {
      const submission = shaped(raw);
      if (submission === null) return err('submission-invalid');
      return check(config, submission, shaped(previous));
    },
    upgraded: (raw, from) =>
      from < version && 'upgrade' in activity ? activity.upgrade.submission(raw, from) : raw,
    whole: (raw) => whole?.(config, read(raw)) ?? true,
    inParts: (all) => inParts?.(read(all)) ?? [all],
    inWords: (raw, locale) => inWords(config, read(raw), locale),
    ...boundBots(activity, answers, config, picture),
  };
}

const isLive = <Config, Submission, Summary>(
  { livePicture }: Answers<Config, Submission, Summary>,
  config: Config,
): boolean => (typeof livePicture === 'function' ? livePicture(config) : livePicture);

function boundBots<Config, Submission, View, Reveal, Summary>(
  { grades }: Of<Config, Submission, View, Reveal, Summary>,
  answers: Answers<Config, Submission, Summary>,
  config: Config,
  picture: (positions: Iterable<Position>, secret: Seed) => Summary,
): Pick<BoundAnswers, 'bots' | 'givesUp' | 'fromProjector'> {
  const { whileOpen = (summary) => summary } = answers;
  const { random, constant, givesUp, projector } = answers.bots;
  const knows = grades?.knows ?? random;
  return {
    bots: {
      random: (source, seat) => random(config, source, seat),
      constant: (source, seat) => constant(config, source, seat),
      knows: (source, seat) => knows(config, source, seat),
    },
    givesUp: givesUp ? (source, seat) => givesUp(config, source, seat) : null,
    fromProjector:
      projector && isLive(answers, config)
        ? (class_, { seat, secret }, source) =>
            projector(config, whileOpen(picture(class_, secret)), source, seat)
        : null,
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
    copyingPays: grades.copyingPays ? (grades.copyingPays.when?.(config) ?? true) : false,
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

function boundTogether<Config, Submission, View, Reveal, Summary>(
  { answers, together }: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { read }: Reader<Submission>,
): BoundTogether | null {
  if (!answers || !together) return null;
  return { request: (submissions, secret) => together.request(config, submissions.map(read), secret) };
}

function boundReads<Config, Submission, View, Reveal, Summary>(
  { reads }: Of<Config, Submission, View, Reveal, Summary>,
  config: Config,
  { read }: Reader<Submission>,
): BoundReads | null {
  if (!reads) return null;
  const shaped = ({ seat, submission }: Handed<unknown>): Handed<Submission> => ({
    seat,
    submission: read(submission),
  });
  return {
    parts: reads.parts(config),
    networks: (of) => reads.networks(config, of),
    request: (network, handed, secret) =>
      reads.request(
        config,
        network,
        handed.map((one) => one && shaped(one)),
        secret,
      ),
    measure: (handed, reading) => reads.measure(config, shaped(handed), reading),
  };
}
