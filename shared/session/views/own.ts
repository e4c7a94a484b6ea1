import { countedSteps } from '../board';
import { seatSeed } from '../decide/submit';
import type { SeatId } from '../events';
import { stepOnStage, type SessionState } from '../state';
import type { Names, OwnPlace, OwnStep, OwnView } from './types';

/** What one seat is shown; null for a seat that does not exist or was kicked. The cost does not grow with the class. */
export function own(state: SessionState, seat: SeatId, names: Names): OwnView | null {
  const holder = state.seats.get(seat);
  if (!holder || holder.kicked) return null;
  return { seat, name: names(holder.name), step: ownStep(state, seat), place: ownPlace(state, seat) };
}

function ownStep(state: SessionState, seat: SeatId): OwnStep | null {
  const current = state.stage.at === 'step' ? stepOnStage(state) : null;
  if (!current) return null;
  const { index, step } = current;
  const answer = step.answers.get(seat);
  const revealed = step.phase === 'revealed';
  return {
    index,
    view: step.phase === 'waiting' ? null : step.activity.view(seatSeed(state, seat, index)),
    submission: answer?.submission ?? null,
    result: revealed && answer ? { ...answer.grade, points: answer.points } : null,
    present: !revealed || step.present.has(seat),
  };
}

function ownPlace(state: SessionState, seat: SeatId): OwnPlace | null {
  const row = state.places.get(seat);
  if (!row) return null;
  const { rank, points, right, steps } = row;
  return { rank, of: state.board.length, points, right, late: steps < countedSteps(state) };
}
