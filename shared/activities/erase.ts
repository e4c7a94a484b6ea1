import * as v from 'valibot';
import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { TrainingRequest, TrainingResult } from '../training/request';
import type { Activity, Grade, Seeds, Training } from './activity';

/** A submission that was parsed and found to fit; without a grade if it has to be trained first. */
export interface Judged {
  readonly submission: unknown;
  readonly grade: Grade | null;
}

/** What one seat contributes to the class picture. */
export interface Position {
  readonly seat: Seed;
  readonly submission: unknown;
  readonly result: TrainingResult | null;
}

/** An activity with its configuration, its types forgotten: what the engine works with. Values are JSON. */
export interface BoundActivity {
  readonly kind: string;
  readonly counts: 'first' | 'last';
  readonly drafts: boolean;
  readonly livePicture: boolean;
  readonly votesAgain: boolean;
  readonly view: (seat: Seed | null) => unknown;
  /** Parses and checks, after what the seat submitted before; refuses with a code. */
  readonly parse: (raw: unknown, previous: unknown) => Result<unknown, ErrorCode>;
  readonly judge: (raw: unknown, previous: unknown, seeds: Seeds) => Result<Judged, ErrorCode>;
  readonly reveal: (seeds: { readonly secret: Seed }) => unknown;
  /** The class picture of some submissions or drafts; what does not parse is left out. */
  readonly picture: (positions: Iterable<Position>, secret: Seed) => unknown;
  /** Simulated students, for rehearsals and tests. */
  readonly bots: Readonly<Record<BotName, (random: Rng) => unknown>>;
  readonly training: BoundTraining | null;
}

/** The part of an activity whose submissions the server trains. */
export interface BoundTraining {
  readonly attempts: number;
  readonly job: (submission: unknown, secret: Seed) => TrainingRequest;
  readonly grade: (submission: unknown, result: TrainingResult, seeds: Seeds) => Grade;
  readonly shown: (submission: unknown, result: TrainingResult) => unknown;
}

export type BotName = 'random' | 'constant' | 'knows';

export interface ErasedActivity {
  readonly kind: string;
  /** Parses the configuration once; the error says what is wrong with it, for whoever writes lessons. */
  readonly bind: (config: unknown) => Result<BoundActivity, string>;
}

/** The one place where an activity's types are forgotten; whatever comes in is parsed first. */
export function erase<Config, Submission, View, Reveal, Summary>(
  activity: Activity<string, Config, Submission, View, Reveal, Summary>,
): ErasedActivity {
  const bound = (config: Config): BoundActivity => {
    const shaped = (raw: unknown): Submission | null => {
      const parsed = v.safeParse(activity.submission, raw);
      return parsed.success ? parsed.output : null;
    };
    const seen = new WeakMap<object, Submission | null>();
    /** `shaped`, once for each value: a picture is drawn of the same ones four times a second. */
    const shapedOnce = (raw: unknown): Submission | null => {
      if (typeof raw !== 'object' || raw === null) return shaped(raw);
      const known = seen.get(raw);
      if (known !== undefined) return known;
      const submission = shaped(raw);
      seen.set(raw, submission);
      return submission;
    };
    const parse = (raw: unknown, previous: unknown): Result<Submission, ErrorCode> => {
      const submission = shaped(raw);
      return submission === null
        ? err('submission-invalid')
        : activity.check(config, submission, shaped(previous));
    };
    return {
      ...traitsOf(activity),
      view: (seat) => activity.studentView(config, seat),
      parse,
      judge: (raw, previous, seeds) => {
        const parsed = parse(raw, previous);
        if (!parsed.ok) return parsed;
        const grade = activity.training ? null : activity.grade(config, parsed.value, seeds);
        return ok({ submission: parsed.value, grade });
      },
      reveal: (seeds) => activity.reveal(config, seeds),
      picture: (positions, secret) => {
        let summary = activity.emptySummary(config);
        for (const { submission: raw, seat, result } of positions) {
          const submission = shapedOnce(raw);
          if (submission !== null)
            summary = activity.addToSummary(config, summary, submission, { seat, secret }, result);
        }
        return summary;
      },
      bots: {
        random: (source) => activity.bots.random(config, source),
        constant: (source) => activity.bots.constant(config, source),
        knows: (source) => activity.bots.knows(config, source),
      },
      training: activity.training ? boundTraining(activity, activity.training, config) : null,
    };
  };
  return {
    kind: activity.kind,
    bind: (raw) => {
      const parsed = v.safeParse(activity.config, raw);
      return parsed.success ? ok(bound(parsed.output)) : err(v.summarize(parsed.issues));
    },
  };
}

const traitsOf = ({ kind, counts, drafts, livePicture, votesAgain }: Traits): Traits => ({
  ...{ kind, counts, drafts, livePicture, votesAgain },
});

type Traits = Pick<BoundActivity, 'kind' | 'counts' | 'drafts' | 'livePicture' | 'votesAgain'>;

/** Submissions come from the log here, where they were accepted; one that no longer parses is a bug and throws. */
function boundTraining<Config, Submission>(
  activity: Pick<Activity<string, Config, Submission, unknown, unknown, unknown>, 'submission' | 'grade'>,
  training: Training<Config, Submission>,
  config: Config,
): BoundTraining {
  const read = (raw: unknown) => v.parse(activity.submission, raw);
  return {
    attempts: training.attempts(config),
    job: (submission, secret) => training.job(config, read(submission), secret),
    grade: (submission, result, seeds) => activity.grade(config, read(submission), { ...seeds, result }),
    shown: (submission, result) => training.shown(config, read(submission), result),
  };
}
