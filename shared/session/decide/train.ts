import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { ServerCommand } from '../commands';
import type { EventOf, SeatId, SessionEvent } from '../events';
import { seatsWaiting } from '../jobs';
import type { SessionState, StepState } from '../state';

/**
 * A submission that has to be trained. A configuration that somebody had trained already is answered from what came
 * out; one that the seat itself has tried before is free.
 */
export function trained(
  step: StepState,
  seat: SeatId,
  index: number,
  submission: unknown,
): Result<EventOf<'submitted'>, ErrorCode> {
  const key = JSON.stringify(submission);
  const tried = new Set((step.tries.get(seat) ?? []).map(({ job }) => job?.key));
  const attempts = step.activity.training?.attempts ?? 0;
  if (!tried.has(key) && tried.size >= attempts) return err('no-attempts-left');
  const known = step.jobs.get(key);
  const run = known?.status === 'failed' ? known.run + 1 : (known?.run ?? 1);
  const done = known?.status === 'done' ? known : null;
  return ok({
    type: 'submitted',
    seat,
    step: index,
    submission,
    grade: done?.grade ?? null,
    points: done?.points ?? null,
    job: { key, run },
  });
}

/** A job has ended. What nobody waits for any more is dropped. */
export function jobEnded(
  state: SessionState,
  { step: index, job, result }: Extract<ServerCommand, { readonly type: 'result' }>,
): Result<readonly SessionEvent[], ErrorCode> {
  const step = state.steps[index];
  const waiting = step?.jobs.get(job.key);
  if (!step || waiting?.status !== 'training' || waiting.run !== job.run) return ok([]);
  const seats = seatsWaiting(step, job.key);
  const grade = result && step.activity.training?.grade(waiting.submission, result, bothSecret(step));
  if (!result || !grade) return ok([{ type: 'job-failed', step: index, job, seats }]);
  const points = Math.round(grade.score * (state.lesson.steps[index]?.points ?? 0));
  return ok([{ type: 'job-finished', step: index, job, seats, result, grade, points }]);
}

/** The same configuration is worth the same from every seat, so no seat's own seed takes part. */
const bothSecret = ({ secret }: StepState) => ({ seat: secret, secret });
