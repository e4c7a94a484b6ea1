import type { EventOf, Job, SeatId } from '../events';
import { settledOf, type Answer, type StepLedger } from '../state';

/** A submission that is trained, or was trained already for somebody else. */
export function trying(step: StepLedger, seat: SeatId, answer: Answer, { key, run }: Job): void {
  step.tries.set(seat, [...(step.tries.get(seat) ?? []), answer]);
  const known = step.jobs.get(key);
  if (known && known.status !== 'failed') return;
  step.jobs.set(key, { run, submission: answer.submission, status: 'training' });
}

export function finished(step: StepLedger, event: EventOf<'job-finished'>): void {
  const { job, seats, result } = event;
  const outcome = settledOf(event);
  const known = step.jobs.get(job.key);
  if (known) {
    const { run, submission } = known;
    step.jobs.set(job.key, { run, submission, status: 'done', result, ...outcome });
  }
  for (const seat of seats) {
    const tries = step.tries.get(seat) ?? [];
    keep(
      step,
      seat,
      tries.map((one) => (one.job?.key === job.key ? { ...one, ...outcome } : one)),
    );
  }
}

/** A failed try is not charged: what the seat had before stands again. */
export function failed(step: StepLedger, job: Job, seats: readonly SeatId[]): void {
  const known = step.jobs.get(job.key);
  if (known) step.jobs.set(job.key, { run: known.run, submission: known.submission, status: 'failed' });
  for (const seat of seats) {
    const tries = step.tries.get(seat) ?? [];
    keep(
      step,
      seat,
      tries.filter((one) => one.job?.key !== job.key),
    );
  }
}

function keep(step: StepLedger, seat: SeatId, tries: readonly Answer[]): void {
  step.tries.set(seat, tries);
  const last = tries.at(-1);
  if (last) step.answers.set(seat, last);
  else step.answers.delete(seat);
}
