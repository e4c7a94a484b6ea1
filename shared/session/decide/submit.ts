import { judge, type Judged } from '../../activities/bound';
import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { SeatCommand } from '../commands';
import type { SeatId, SessionEvent, Settled } from '../events';
import { seatSeed } from '../positions';
import { ownCountdown } from '../own-time';
import type { SessionState, StepState } from '../state';
import { isOver, speedFactor } from '../time';
import { trained } from './train';

/**
 * An answer counts if it comes within its seat's own time and reaches the log before the close; what the phone's
 * clock says does not matter.
 */
export function submit(
  state: SessionState,
  seat: SeatId,
  { step: index, submission: raw }: SeatCommand,
  at: number,
): Result<readonly SessionEvent[], ErrorCode> {
  const refusal = mayAnswer(state, seat, index, at);
  if (refusal) return err(refusal);
  const step = state.steps[index] as StepState;
  const seeds = { seat: seatSeed(state, seat, index), secret: step.secret };
  const judged = judge(step.activity, raw, step.answers.get(seat)?.submission ?? null, seeds);
  if (!judged.ok) return judged;
  const { value } = judged;
  const base = { type: 'submitted', seat, step: index, made: step.activity.version } as const;
  if (value.outcome === 'pending') return trained(step, { ...base, submission: value.submission });
  const outcome = settled(state, seat, index, value, at);
  return ok([{ ...base, submission: value.submission, job: null, ...outcome }]);
}

function settled(
  state: SessionState,
  seat: SeatId,
  step: number,
  judged: Exclude<Judged, { readonly outcome: 'pending' }>,
  at: number,
): Settled {
  if (judged.outcome !== 'graded') return { outcome: 'ungraded' };
  const { grade } = judged;
  const points = Math.round(grade.score * worth(state, step) * timing(state, seat, step, at));
  return { outcome: 'graded', grade, points };
}

function mayAnswer(state: SessionState, seat: SeatId, index: number, at: number): ErrorCode | null {
  const holder = state.seats.get(seat);
  if (!holder) return 'seat-unknown';
  if (holder.kicked) return 'kicked';
  const step = state.steps[index];
  if (!step) return 'unknown-step';
  if (step.phase === 'waiting' || step.phase === 'shown') return 'step-not-open';
  if (step.phase !== 'open') return 'too-late';
  const countdown = ownCountdown(state, step, seat);
  if (countdown && isOver(countdown, at)) return 'too-late';
  const voted = step.answers.get(seat)?.vote === step.vote;
  return step.activity.answers?.counts === 'first' && voted ? 'already-answered' : null;
}

/** The points of a step at their full worth. */
export const worth = (state: SessionState, index: number): number => state.lesson.steps[index]?.points ?? 0;

function timing(state: SessionState, seat: SeatId, index: number, at: number): number {
  const step = state.steps[index];
  const countdown = step ? ownCountdown(state, step, seat) : null;
  return state.lesson.steps[index]?.timing === 'speed' && countdown ? speedFactor(countdown, at) : 1;
}
