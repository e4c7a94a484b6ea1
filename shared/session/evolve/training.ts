import type { EventOf, Job, SeatId } from '../events';
import type { Answer, StepState } from '../state';

/** A submission that is trained, or was trained already for somebody else. */
export function trying(step: StepState, seat: SeatId, answer: Answer, { key, run }: Job): void {
  step.tries.set(seat, [...(step.tries.get(seat) ?? []), answer]);
  const known = step.jobs.get(key);
  if (known && known.status !== 'failed') return;
  const { submission } = answer;
  step.jobs.set(key, { run, submission, status: 'training', result: null, grade: null, points: null });
}

export function finished(step: StepState, event: EventOf<'job-finished'>): void {
  const { job, seats, result, grade, points } = event;
  const known = step.jobs.get(job.key);
  if (known) step.jobs.set(job.key, { ...known, status: 'done', result, grade, points });
  for (const seat of seats) {
    const tries = step.tries.get(seat) ?? [];
    keep(
      step,
      seat,
      tries.map((one) => (one.job?.key === job.key ? { ...one, grade, points } : one)),
    );
  }
}

/** A failed try is not charged: what the seat had before stands again. */
export function failed(step: StepState, job: Job, seats: readonly SeatId[]): void {
  const known = step.jobs.get(job.key);
  if (known) step.jobs.set(job.key, { ...known, status: 'failed' });
  for (const seat of seats) {
    const tries = step.tries.get(seat) ?? [];
    keep(
      step,
      seat,
      tries.filter((one) => one.job?.key !== job.key),
    );
  }
}

function keep(step: StepState, seat: SeatId, tries: readonly Answer[]): void {
  step.tries.set(seat, tries);
  const last = tries.at(-1);
  if (last) step.answers.set(seat, last);
  else step.answers.delete(seat);
}
