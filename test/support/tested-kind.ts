import type { Locator } from '@playwright/test';
import * as v from 'valibot';
import type { Hands, How } from './hands';

/** What tests need to know of one kind of activity; it stands in a file of the kind's own, `test/kinds/<kind>.ts`. */
export interface TestedKind<Config = unknown> {
  /** The same configuration with another solution; the same one where the task gives its solution away. */
  readonly otherSolution: (config: Config) => Config;
  /** Tells configurations apart whose controls differ: a browser plays a step of each form. */
  readonly form?: (config: Config) => string;
  /**
   * Writes a new step in a teacher's browser, in the form of the kind, until it can be played; without it the step can be
   * from the start, and there is nothing to set.
   */
  readonly write?: (hands: Hands) => Promise<void>;
  /** Chooses an answer in a browser, without sending its last part. */
  readonly choose: (hands: Hands, config: Config, how: How) => Promise<void>;
  /** What else a page shows when an answer was sent and more is to follow. */
  readonly more?: (hands: Hands) => Locator;
  /** Opens what stands behind the controls while a step is open, looks, and closes it again. */
  readonly lookBehind?: (hands: Hands, look: (what: string) => Promise<void>) => Promise<void>;
  /** Where the server trains what was submitted. */
  readonly trains?: TrainedKind<Config>;
}

export interface TrainedKind<Config> {
  /** Chooses one of several configurations that are all different, and as dear as they may be. */
  readonly chooseDear: (hands: Hands, config: Config, which: number) => Promise<void>;
  /** The runs that a page lists under what was sent. */
  readonly runs: (hands: Hands) => Locator;
  /** What a run says of itself that is done and counts. */
  readonly done: (hands: Hands) => readonly (string | RegExp)[];
}

/** A kind whose configurations are parsed before they are used. */
export function testedKind<Config>(
  schema: v.GenericSchema<unknown, Config>,
  { otherSolution, form, choose, trains, ...rest }: TestedKind<Config>,
): TestedKind {
  const read = (config: unknown): Config => v.parse(schema, config);
  return {
    ...rest,
    otherSolution: (config) => otherSolution(read(config)),
    ...(form && { form: (config) => form(read(config)) }),
    choose: (hands, config, how) => choose(hands, read(config), how),
    ...(trains && {
      trains: {
        ...trains,
        chooseDear: (hands, config, which) => trains.chooseDear(hands, read(config), which),
      },
    }),
  };
}
