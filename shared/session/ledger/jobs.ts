import type { TrainingRequest } from '../../training/request';
import type { DeviceId, Job, SeatId } from '../events';
import type { SessionState, StepLedger } from '../state';
import { isReckoning } from '../together/pending';
import { isUnread, readingRequest, unreadJobs } from './reading';

/**
 * Training that the log asks for and that has not ended, for one of the seats that wait for it: a restarted server
 * finds it here again.
 */
export interface PendingJob {
  readonly step: number;
  readonly job: Job;
  /** Null: the class, which has what it has handed in read together. */
  readonly seat: SeatId | null;
  /** Where that seat is: devices take turns, and the class as one of them. */
  readonly device: DeviceId;
  /** What to train, of what is there when it is asked for: it holds all the data, and some may have been erased. */
  readonly request: (now: SessionState) => TrainingRequest;
}

/** The id of the command that brings a job's result: it counts once, whoever brings it. */
export const resultId = (step: number, { key, run }: Job): string => `result/${step}/${run}/${key}`;

/** Whether a seat waits for anything: nobody does for one that was kicked, until it is readmitted. */
const isWaiting = (state: SessionState, seat: SeatId): boolean => state.seats.get(seat)?.kicked === false;

/** The keys of what is trained, for somebody who waits for it. */
export const awaitedIn = (state: SessionState, step: StepLedger): ReadonlySet<string> =>
  awaitedOf(state, step, step.tries.keys());

/** The same for some seats. */
export function awaitedOf(
  state: SessionState,
  { jobs, tries }: StepLedger,
  seats: Iterable<SeatId>,
): ReadonlySet<string> {
  const awaited = new Set<string>();
  for (const seat of seats) {
    if (!isWaiting(state, seat)) continue;
    for (const { job } of tries.get(seat) ?? [])
      if (job && jobs.get(job.key)?.status === 'training') awaited.add(job.key);
  }
  return awaited;
}

/** Whether the class waits for something that is trained in a step, or to be reckoned together. */
export const stillTraining = (state: SessionState, step: StepLedger): boolean =>
  isReckoning(step) || awaitedIn(state, step).size > 0 || unreadJobs(step).length > 0;

/** Whether anybody waits for a job that has not ended. */
export const isAwaited = (state: SessionState, index: number, job: Job): boolean => {
  const step = state.steps[index];
  if (step && isUnread(step, job)) return true;
  const { key } = job;
  if (step?.jobs.get(key)?.status !== 'training') return false;
  return seatsWaiting(step, key).some((seat) => isWaiting(state, seat));
};

/** In the order in which they were asked for; a job that several seats wait for is there once for each. */
export const pendingJobs = (state: SessionState): PendingJob[] => [
  ...awaitedBySeats(state),
  ...state.steps.flatMap((_, index) => readingJobs(state, index)),
];

/** What a step's reading asks for and has not ended. */
export const readingJobs = (state: SessionState, index: number): PendingJob[] => {
  const step = state.steps[index];
  return (step ? unreadJobs(step) : []).map((job) => ({
    ...{ step: index, job, seat: null, device: CLASS },
    request: (now) => readingRequest(now, index, job),
  }));
};

/** Who asks for what is read or reckoned together; no device of a seat is called like this. */
export const CLASS: DeviceId = 'the class';

const awaitedBySeats = (state: SessionState): PendingJob[] =>
  state.steps
    .flatMap((step, index) =>
      stillTraining(state, step)
        ? [...step.tries].flatMap(([seat, tries]) => tries.map(({ seq, job }) => ({ seq, index, seat, job })))
        : [],
    )
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ index, seat, job }) => pendingJob(state, index, seat, job) ?? []);

/** The job of a submission, if its training has not ended and its seat waits for it. */
export function pendingJob(
  state: SessionState,
  index: number,
  seat: SeatId,
  asked: Job | null,
): PendingJob | null {
  const step = state.steps[index];
  const job = asked && step?.jobs.get(asked.key);
  if (!step || !job || job.status !== 'training' || !isWaiting(state, seat)) return null;
  const { run, submission } = job;
  return {
    ...{ step: index, seat, device: state.seats.get(seat)?.device ?? seat, job: { key: asked.key, run } },
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
