import { job } from '#shared/activities/race/job';
import type { OwnConfig, Submission } from '#shared/activities/race/config';
import { derive, type Seed } from '#shared/rng';
import type { Core } from '#shared/training/ensemble';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import { train } from '#shared/training/train';
import { workOf } from '#shared/training/work';

/** What trains, and how much it may do for one question, in units of shared/training/work.ts. */
export interface Trains {
  readonly core: Core;
  readonly most: number;
}

/** With the kernel so much takes half a second here, and a few on an old laptop; the reference takes 40 times as long. */
export const MOST = { kernel: 40_000_000_000, reference: 5_000_000_000 } as const;

/** As many runs as the kernel trains at once; a session has twice as many. */
const RUNS = 4;

/** Any seed: what is worked out of a table is the same whenever it is asked for. */
const SEED: Seed = '7465726d73206f662061207461626c65';

/** The secrets of sessions that are tried out. */
export const sessionOf = (i: number): Seed => derive(SEED, `session ${i}`);

/** A submission as a session trains it, of which only so many runs are made. */
export function requestOf(
  config: OwnConfig,
  submission: Submission,
  secret: Seed,
  runs = RUNS,
): TrainingRequest {
  const { seeds, ...request } = job(config, submission, secret);
  return { ...request, seeds: seeds.slice(0, runs) };
}

/** Trains some, for as long as the work that is allowed lasts. */
export class Bench {
  #left: number;

  constructor(private readonly trains: Trains) {
    this.#left = trains.most;
  }

  get left(): number {
    return this.#left;
  }

  /** What came of it, whatever it takes. */
  train(request: TrainingRequest): TrainingResult {
    this.#left -= workOf(request);
    return train(request, this.trains.core);
  }

  /** The same; null where that would be more than is left. */
  perhaps(request: TrainingRequest): TrainingResult | null {
    return workOf(request) > this.#left ? null : this.train(request);
  }
}
