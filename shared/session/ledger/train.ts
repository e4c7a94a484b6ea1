import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { ServerCommand } from '../commands';
import type { TrainingResult } from '../../training/request';
import type { EventOf, Outcome, SessionEvent, Settled } from '../events';
import { seatsWaiting } from './jobs';
import { isUnread, readingEnded } from './reading';
import { settledOf, type SessionState, type StepLedger } from '../state';

/**
 * A submission that has to be trained. A configuration that somebody had trained already is answered from what came
 * out; one that the seat itself has tried before is free.
 */
export function trained(
  step: StepLedger,
  submitted: Omit<EventOf<'submitted'>, 'job' | 'outcome'>,
): Result<readonly SessionEvent[], ErrorCode> {
  const key = JSON.stringify(submitted.submission);
  const tried = new Set((step.tries.get(submitted.seat) ?? []).map(({ job }) => job?.key));
  const attempts = step.activity.trains?.attempts ?? 0;
  if (!tried.has(key) && tried.size >= attempts) return err('no-attempts-left');
  const known = step.jobs.get(key);
  const run = known?.status === 'failed' ? known.run + 1 : (known?.run ?? 1);
  const outcome: Outcome = known?.status === 'done' ? settledOf(known) : { outcome: 'pending' };
  return ok([{ ...submitted, job: { key, run }, ...outcome }]);
}

/** A job has ended. What nobody waits for any more is dropped. */
export function jobEnded(
  state: SessionState,
  { step: index, job, result }: Extract<ServerCommand, { readonly type: 'result' }>,
): Result<readonly SessionEvent[], ErrorCode> {
  const step = state.steps[index];
  if (step?.reading && isUnread(step, job)) return readingEnded(step, index, job, result);
  const waiting = step?.jobs.get(job.key);
  if (!step || waiting?.status !== 'training' || waiting.run !== job.run) return ok([]);
  const seats = seatsWaiting(step, job.key);
  if (!result) return ok([{ type: 'job-failed', step: index, job, seats }]);
  const outcome = outcomeOfTraining(step, waiting.submission, result, state.lesson.steps[index]?.points ?? 0);
  return ok([{ type: 'job-finished', step: index, job, seats, result, ...outcome }]);
}

function outcomeOfTraining(
  step: StepLedger,
  submission: unknown,
  result: TrainingResult,
  worth: number,
): Settled {
  const grade = step.activity.grades?.grade(submission, { ...bothSecret(step), result });
  if (!grade) return { outcome: 'ungraded' };
  return { outcome: 'graded', grade, points: Math.round(grade.score * worth) };
}

/** The same configuration is worth the same from every seat, so no seat's own seed takes part. */
const bothSecret = ({ secret }: StepLedger) => ({ seat: secret, secret });
