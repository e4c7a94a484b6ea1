import type { EventOf, Outcome, SeatId } from '../events';
import { settledOf, type SessionState, type StepState } from '../state';
import { classOf } from './pending';

/** A step that is closed and reckoned together, or whose class is another one since, has to be reckoned anew. */
export function toReckon(state: SessionState, step: StepState): void {
  if (step.phase !== 'closed' || !step.activity.together) return;
  anew(step);
  if (classOf(state, step).length === 0) step.together.done = step.together.run;
}

/** A step that is opened again makes another class: what one before it came to, or was to come to, is nothing any more. */
export function toTuneAgain(step: StepState): void {
  if (step.together.run === 0) return;
  anew(step);
  step.together.done = step.together.run;
}

/** Another class: what an earlier one came to, and what everybody was worth to it, is gone. */
function anew(step: StepState): void {
  const { together } = step;
  together.run += 1;
  together.result = null;
  together.parts = new Map();
  setOutcomes(step, () => ({ outcome: 'pending' }));
}

export function reckoned(step: StepState, { run, result, seats }: EventOf<'class-reckoned'>): void {
  step.together.done = run;
  step.together.result = result;
  step.together.parts = new Map(seats.map(({ seat, part }) => [seat, part]));
  const graded = new Map(seats.map((one) => [one.seat, settledOf(one)]));
  setOutcomes(step, (seat) => graded.get(seat) ?? { outcome: 'ungraded' });
}

function setOutcomes({ answers }: StepState, outcomeOf: (seat: SeatId) => Outcome): void {
  for (const [seat, { seq, submission, sentBy, job, vote }] of answers)
    answers.set(seat, { seq, submission, sentBy, job, vote, ...outcomeOf(seat) });
}
