import type { Handed } from '../../activities/activity';
import type { ErrorCode } from '../../errors';
import { ok, type Result } from '../../result';
import type { TrainingRequest, TrainingResult } from '../../training/request';
import type { EventOf, Heard, Job, SeatId, SessionEvent } from '../events';
import type { Reader, SessionState, StepLedger } from '../state';
import { seatSeed } from './positions';

/** What a reader's job is called in its step. */
const keyOf = (network: number): string => `network/${network}`;

/** The jobs of a step's reading that have not ended. */
export const unreadJobs = ({ reading }: StepLedger): Job[] =>
  reading
    ? reading.readers.flatMap(({ status }, i) =>
        status === 'training' ? [{ key: keyOf(i), run: reading.run }] : [],
      )
    : [];

/** Whether a job is one of them. */
export const isUnread = (step: StepLedger, { key, run }: Job): boolean =>
  unreadJobs(step).some((job) => job.key === key && job.run === run);

/** A seat's own order in the lot: its seed says nothing of who it is. */
const byLot = (state: SessionState, index: number, seats: readonly SeatId[]): SeatId[] =>
  seats
    .map((seat) => ({ seat, lot: seatSeed(state, seat, index) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ seat }) => seat);

/**
 * What a step's close asks for, where what is handed in is read: `more` have answered with the close itself. What the
 * teacher has hidden and what kicked seats have sent is left out; of nothing, nothing is asked.
 */
export function readingAsked(
  state: SessionState,
  index: number,
  more: readonly SeatId[] = [],
): readonly SessionEvent[] {
  const step = state.steps[index];
  if (!step?.activity.reads) return [];
  const handed = [...new Set([...step.answers.keys(), ...more])].filter(
    (seat) => state.seats.get(seat)?.kicked === false && !step.hidden.has(seat),
  );
  if (handed.length === 0) return [];
  const run = (step.reading?.run ?? 0) + 1;
  const networks = step.activity.reads.networks(handed.length);
  return [{ type: 'reading-asked', step: index, run, seats: byLot(state, index, handed), networks }];
}

/** What a job of the reading is: made when it is its turn, of what has been neither hidden nor erased until then. */
export function readingRequest(state: SessionState, index: number, { key }: Job): TrainingRequest {
  const step = state.steps[index];
  const { reads } = step?.activity ?? {};
  if (!step || !reads || !step.reading) throw new Error(`step ${index} reads nothing`);
  const network = step.reading.readers.findIndex((_, i) => keyOf(i) === key);
  const handed = step.reading.seats.map((seat) => handedIn(state, index, seat));
  return reads.request(network, handed, step.secret);
}

function handedIn(state: SessionState, index: number, seat: SeatId): Handed<unknown> | null {
  const step = state.steps[index];
  const answer = step?.answers.get(seat);
  if (!answer || step?.hidden.has(seat)) return null;
  return { seat: seatSeed(state, seat, index), submission: answer.submission };
}

/** A network has read, or failed. What nobody waits for any more is dropped. */
export function readingEnded(
  step: StepLedger,
  index: number,
  job: Job,
  result: TrainingResult | null,
): Result<readonly SessionEvent[], ErrorCode> {
  if (!isUnread(step, job)) return ok([]);
  const heard: Heard | null = result && { core: result.core, open: result.open, read: result.read ?? [] };
  return ok([{ type: 'reading-done', step: index, job, heard }]);
}

export function askedToRead(step: StepLedger, { run, seats, networks }: EventOf<'reading-asked'>): void {
  const readers = Array.from({ length: networks }, (): Reader => ({ status: 'training' }));
  step.reading = { run, seats, readers };
}

export function hasRead(step: StepLedger, { job, heard }: EventOf<'reading-done'>): void {
  if (!step.reading) return;
  const ended: Reader = heard ? { status: 'done', heard } : { status: 'failed' };
  const readers = step.reading.readers.map((one, i) => (keyOf(i) === job.key ? ended : one));
  step.reading = { ...step.reading, readers };
}

/** A step is open again: what was read may not stand any more, and is read anew after the next close. */
export function readNoMore(step: StepLedger): void {
  if (step.reading) step.reading = { run: step.reading.run, seats: [], readers: [] };
}
