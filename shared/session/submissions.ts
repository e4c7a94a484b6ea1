import type { EventOf, LoggedEvent, SeatId } from './events';
import type { ReviewSubmission } from './review';
import type { SessionState } from './state';

/** A submission before it is known whether it stood at the close. */
export type Made = Omit<ReviewSubmission, 'counts'>;

/** Everything that was submitted, by seat and step, in order. */
export type Submissions = ReadonlyMap<SeatId, ReadonlyMap<number, readonly Made[]>>;

/** Collects the submissions of a log, or of one `seat` in it. `state` is the state after the log. */
export function submissionsOf(
  log: readonly LoggedEvent[],
  state: SessionState,
  seat: SeatId | null = null,
): Submissions {
  const all = new Map<SeatId, Map<number, Made[]>>();
  for (const { seq, at, event } of log) {
    if (event.type !== 'submitted' || (seat !== null && event.seat !== seat)) continue;
    const bySeat = all.get(event.seat) ?? new Map<number, Made[]>();
    const made = { seq, at, submission: event.submission, ...worthOf(state, event) };
    bySeat.set(event.step, [...(bySeat.get(event.step) ?? []), made]);
    all.set(event.seat, bySeat);
  }
  return all;
}

/** What was trained got its grade later than the event that submitted it. */
function worthOf(
  state: SessionState,
  { step, job, grade, points }: EventOf<'submitted'>,
): Pick<Made, 'score' | 'right' | 'points'> {
  const trained = job === null ? null : (state.steps[step]?.jobs.get(job.key) ?? null);
  const given = grade ?? trained?.grade ?? null;
  return {
    score: given?.score ?? null,
    right: given?.right ?? false,
    points: points ?? trained?.points ?? null,
  };
}
