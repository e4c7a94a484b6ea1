import type { TrainingRequest } from '../training/request';
import type { Job, SeatId } from './events';
import type { JobState, SessionState, StepState } from './state';

/** Training that the log asks for and that has not ended: a restarted server finds it here again. */
export interface PendingJob {
  readonly step: number;
  readonly job: Job;
  /** Who asked first: the pool is fair between seats. */
  readonly seat: SeatId;
  /** What to train; made when it is asked for, because it holds all the data. */
  readonly request: () => TrainingRequest;
}

/** The id of the command that brings a job's result: it counts once, whoever brings it. */
export const resultId = (step: number, { key, run }: Job): string => `result/${step}/${run}/${key}`;

const isPending = ([, job]: [string, JobState]) => job.status === 'training';

export const stillTraining = (step: StepState): boolean => [...step.jobs].some(isPending);

export function pendingJobs(state: SessionState): PendingJob[] {
  return state.steps.flatMap((step, index) =>
    [...step.jobs].filter(isPending).map(([key, { run, submission, seat }]) => ({
      step: index,
      job: { key, run },
      seat,
      request: () => requestOf(step, submission),
    })),
  );
}

function requestOf({ activity, secret }: StepState, submission: unknown): TrainingRequest {
  if (!activity.training) throw new Error(`${activity.kind} trains nothing`);
  return activity.training.job(submission, secret);
}

/** Seats with a submission that waits for `key`. */
export const seatsWaiting = (step: StepState, key: string): SeatId[] =>
  [...step.tries].filter(([, tries]) => tries.some(({ job }) => job?.key === key)).map(([seat]) => seat);
