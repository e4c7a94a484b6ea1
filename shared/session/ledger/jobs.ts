import type { TrainingRequest } from '../../training/request';
import type { Job, SeatId } from '../events';
import type { SessionState, StepLedger } from '../state';

/**
 * Training that the log asks for and that has not ended, for one of the seats that wait for it: a restarted server
 * finds it here again.
 */
export interface PendingJob {
  readonly step: number;
  readonly job: Job;
  readonly seat: SeatId;
  /** What to train; made when it is asked for, because it holds all the data. */
  readonly request: () => TrainingRequest;
}

/** The id of the command that brings a job's result: it counts once, whoever brings it. */
export const resultId = (step: number, { key, run }: Job): string => `result/${step}/${run}/${key}`;

export const stillTraining = ({ jobs }: StepLedger): boolean =>
  [...jobs.values()].some(({ status }) => status === 'training');

/** In the order in which they were asked for; a job that several seats wait for is there once for each. */
export const pendingJobs = (state: SessionState): PendingJob[] =>
  state.steps
    .flatMap((step, index) =>
      stillTraining(step)
        ? [...step.tries].flatMap(([seat, tries]) => tries.map(({ seq, job }) => ({ seq, index, seat, job })))
        : [],
    )
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ index, seat, job }) => pendingJob(state, index, seat, job) ?? []);

/** The job of a submission, if its training has not ended. */
export function pendingJob(
  state: SessionState,
  index: number,
  seat: SeatId,
  asked: Job | null,
): PendingJob | null {
  const step = state.steps[index];
  const job = asked && step?.jobs.get(asked.key);
  if (!step || !job || job.status !== 'training') return null;
  const { run, submission } = job;
  return {
    ...{ step: index, seat, job: { key: asked.key, run } },
    request: () => requestOf(step, submission),
  };
}

function requestOf({ activity, secret }: StepLedger, submission: unknown): TrainingRequest {
  if (!activity.trains) throw new Error(`${activity.kind} trains nothing`);
  return activity.trains.job(submission, secret);
}

/** Seats with a submission that waits for `key`. */
export const seatsWaiting = (step: StepLedger, key: string): SeatId[] =>
  [...step.tries].filter(([, tries]) => tries.some(({ job }) => job?.key === key)).map(([seat]) => seat);
