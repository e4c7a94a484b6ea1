import type { EventOf } from '../events';
import { settledOf, type SessionState, type StepState } from '../state';
import { classOf } from './pending';

/** A step that is closed and reckoned together, or whose class is another one since, has to be reckoned anew. */
export function toReckon(state: SessionState, step: StepState): void {
  if (step.phase !== 'closed' || !step.activity.together) return;
  const { together } = step;
  together.run += 1;
  together.result = null;
  together.parts = new Map();
  if (classOf(state, step).length === 0) together.done = together.run;
}

/** A step that is opened again makes another class: what one before it came to, or was to come to, is nothing any more. */
export function toTuneAgain({ together }: StepState): void {
  if (together.run === 0) return;
  together.run += 1;
  together.done = together.run;
  together.result = null;
  together.parts = new Map();
}

export function reckoned(step: StepState, { run, result, seats }: EventOf<'class-reckoned'>): void {
  step.together.done = run;
  step.together.result = result;
  step.together.parts = new Map(seats.map(({ seat, part }) => [seat, part]));
  const graded = new Map(seats.map((one) => [one.seat, settledOf(one)]));
  for (const [seat, answer] of step.answers) {
    const { seq, submission, sentBy, job, vote } = answer;
    const outcome = graded.get(seat) ?? { outcome: 'ungraded' as const };
    step.answers.set(seat, { seq, submission, sentBy, job, vote, ...outcome });
  }
}
