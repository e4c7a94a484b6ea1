import * as v from 'valibot';
import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Rng, Seed } from '../rng';
import type { Activity, Grade, Seeds } from './activity';

/** A submission that was parsed, found to fit, and graded. */
export interface Judged {
  readonly submission: unknown;
  readonly grade: Grade;
}

/** An activity with its configuration, its types forgotten: what the engine works with. Values are JSON. */
export interface BoundActivity {
  readonly kind: string;
  readonly counts: 'first' | 'last';
  readonly drafts: boolean;
  readonly view: (seat: Seed | null) => unknown;
  /** Parses and checks; refuses with `submission-invalid` or `out-of-range`. */
  readonly parse: (raw: unknown) => Result<unknown, ErrorCode>;
  readonly judge: (raw: unknown, seeds: Seeds) => Result<Judged, ErrorCode>;
  readonly reveal: (seeds: { readonly secret: Seed }) => unknown;
  /** The class picture of some submissions or drafts; what does not parse is left out. */
  readonly picture: (submissions: Iterable<unknown>) => unknown;
  /** Simulated students, for rehearsals and tests. */
  readonly bots: Readonly<Record<BotName, (random: Rng) => unknown>>;
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
    const parse = (raw: unknown): Result<Submission, ErrorCode> => {
      const parsed = v.safeParse(activity.submission, raw);
      return parsed.success ? activity.check(config, parsed.output) : err('submission-invalid');
    };
    return {
      kind: activity.kind,
      counts: activity.counts,
      drafts: activity.drafts,
      view: (seat) => activity.studentView(config, seat),
      parse,
      judge: (raw, seeds) => {
        const parsed = parse(raw);
        if (!parsed.ok) return parsed;
        return ok({ submission: parsed.value, grade: activity.grade(config, parsed.value, seeds) });
      },
      reveal: (seeds) => activity.reveal(config, seeds),
      picture: (submissions) => {
        let summary = activity.emptySummary(config);
        for (const raw of submissions) {
          const parsed = parse(raw);
          if (parsed.ok) summary = activity.addToSummary(config, summary, parsed.value);
        }
        return summary;
      },
      bots: {
        random: (source) => activity.bots.random(config, source),
        constant: (source) => activity.bots.constant(config, source),
        knows: (source) => activity.bots.knows(config, source),
      },
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
