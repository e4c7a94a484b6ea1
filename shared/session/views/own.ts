import { countedSteps } from '../board';
import { seatSeed } from '../positions';
import type { SeatId } from '../events';
import { stepOnStage, type SessionState, type StepState } from '../state';
import type { Names, OwnPlace, OwnStep, OwnView, Run } from './types';

/** What one seat is shown; null for a seat that does not exist or was kicked. The cost does not grow with the class. */
export function own(state: SessionState, seat: SeatId, names: Names): OwnView | null {
  const holder = state.seats.get(seat);
  if (!holder || holder.kicked) return null;
  const { name, pace } = holder;
  return { seat, name: names(name), pace, step: ownStep(state, seat), place: ownPlace(state, seat) };
}

function ownStep(state: SessionState, seat: SeatId): OwnStep | null {
  const current = state.stage.at === 'step' ? stepOnStage(state) : null;
  if (!current) return null;
  const { index, step } = current;
  const answer = step.answers.get(seat);
  const revealed = step.phase === 'revealed';
  const again = answer !== undefined && !revealed && answer.vote !== step.vote;
  return {
    index,
    view: step.phase === 'waiting' ? null : step.activity.view(seatSeed(state, seat, index)),
    submission: again ? null : (answer?.submission ?? null),
    earlier: again ? answer.submission : null,
    ...trainingOf(step, seat),
    result: revealed && answer?.grade ? { ...answer.grade, points: answer.points ?? 0 } : null,
    present: !revealed || step.present.has(seat),
  };
}

function trainingOf(step: StepState, seat: SeatId): Pick<OwnStep, 'runs' | 'attemptsLeft'> {
  const { training } = step.activity;
  if (!training) return { runs: [], attemptsLeft: null };
  const keys = new Set((step.tries.get(seat) ?? []).flatMap(({ job }) => (job ? [job.key] : [])));
  return {
    runs: [...keys].flatMap((key) => runOf(step, key)),
    attemptsLeft: Math.max(0, training.attempts - keys.size),
  };
}

function runOf({ jobs, activity }: StepState, key: string): Run[] {
  const job = jobs.get(key);
  if (!job) return [];
  const { submission, result } = job;
  const shown = result ? activity.training?.shown(submission, result) : null;
  return [{ submission, state: result ? 'done' : 'training', shown: shown ?? null }];
}

function ownPlace(state: SessionState, seat: SeatId): OwnPlace | null {
  const row = state.places.get(seat);
  const hidden = !state.boardShown && state.stage.at !== 'podium' && state.stage.at !== 'ended';
  if (!row || hidden) return null;
  const { rank, points, right, steps } = row;
  return { rank, of: state.board.length, points, right, late: steps < countedSteps(state) };
}
