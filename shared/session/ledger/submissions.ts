import type { EventOf, LoggedEvent, SeatId } from '../events';
import type { ReviewSubmission } from '../review';
import {
  gradeOf,
  outcomeOf,
  pointsOf,
  sentByOf,
  settledOf,
  submissionOf,
  type Answer,
  type SessionState,
} from '../state';
import { measured } from './measured';

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
    // Who reads their own reads it; the teacher has hidden it from all others.
    const submission =
      seat === null && isHidden(state, event) ? erasedIn(state, event) : submissionIn(state, event);
    const made = {
      ...{ seq, at, submission, sentBy: sentByOf(event) },
      ...worthOf(state, event, seq, submission),
    };
    bySeat.set(event.step, [...(bySeat.get(event.step) ?? []), made]);
    all.set(event.seat, bySeat);
  }
  return all;
}

function submissionIn(state: SessionState, event: EventOf<'submitted'>): unknown {
  const step = state.steps[event.step];
  return step ? submissionOf(step, event) : event.submission;
}

const isHidden = (state: SessionState, { step, seat }: EventOf<'submitted'>): boolean =>
  state.steps[step]?.hidden.has(seat) ?? false;

const erasedIn = (state: SessionState, { step }: EventOf<'submitted'>): unknown =>
  state.steps[step]?.activity.answers?.erased ?? null;

/** What was trained, or reckoned together, got its grade later than the event that submitted it. */
function worthOf(
  state: SessionState,
  event: EventOf<'submitted'>,
  seq: number,
  submission: unknown,
): Pick<Made, 'score' | 'right' | 'points' | 'measure' | 'outcome'> {
  const step = state.steps[event.step];
  const job = event.job && step?.jobs.get(event.job.key);
  const standing = standingOf(state, event, seq);
  const settled =
    event.outcome === 'pending' && job?.status === 'done' ? settledOf(job) : outcomeOf(standing ?? event);
  const grade = gradeOf(settled);
  // What was handed in before what stands was read by nobody.
  const unread = step?.activity.reads && !standing;
  return {
    score: grade?.score ?? null,
    right: grade?.right ?? false,
    points: pointsOf(settled),
    measure: unread
      ? null
      : measured(state, event.step, event.seat, { submission, job: event.job, ...settled }),
    outcome: settled.outcome,
  };
}

/** The answer that an event made, if no other one has taken its place. */
function standingOf(state: SessionState, { step, seat }: EventOf<'submitted'>, seq: number): Answer | null {
  const answer = state.steps[step]?.answers.get(seat);
  return answer?.seq === seq ? answer : null;
}
