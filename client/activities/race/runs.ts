import type { Submission } from '#shared/activities/race/config';
import { keyOf } from '#shared/activities/race/rules';
import type { Shown } from '#shared/activities/race/view';
import type { Run } from '#shared/session/views';

/** A configuration that was sent, as the race's own types; `shown` is null while it trains, or where that failed. */
export interface OwnRun {
  readonly key: string;
  readonly submission: Submission;
  readonly state: 'training' | 'done' | 'failed';
  readonly shown: Shown | null;
}

/** The page passes runs on as it got them from the server, where this activity's rules built them. */
export const ownRuns = (runs: readonly Run[] = []): readonly OwnRun[] =>
  runs.map((run) => {
    const submission = run.submission as Submission;
    const shown = run.shown as Shown | null;
    const state = run.state === 'training' ? 'training' : shown ? 'done' : 'failed';
    return { key: keyOf(submission), submission, state, shown };
  });
