import { countedSteps } from '../board';
import type { Stage } from '../events';
import { stepAt, stepOnStage, type BoardRow, type SessionState } from '../state';
import type { AfterView, Names, StepView, TopRow } from './types';

const TOP = 10;

/** The step of a stage as everybody may know it. */
export function stepView(state: SessionState, stage: Stage): StepView | null {
  const current = stage.at === 'step' ? stepAt(state, stage) : null;
  const lesson = current && state.lesson.steps[current.index];
  if (!current || !lesson) return null;
  const { title, task, theory, points, timing, kind } = lesson;
  return {
    index: current.index,
    of: state.steps.length,
    ...{ kind, title, task, theory, points, timing },
    counts: current.step.activity.answers?.counts ?? null,
    grades: current.step.activity.grades !== null,
    drafts: current.step.activity.drafts,
    phase: current.step.phase,
    vote: current.step.vote,
    countdown: current.step.countdown,
    after: current.step.phase === 'revealed' ? afterView(state, current.index) : null,
  };
}

/** The solution of a step: only for the desk, or once the step is revealed. */
export function afterView(state: SessionState, index: number): AfterView | null {
  const step = state.steps[index];
  const lesson = state.lesson.steps[index];
  if (!step || !lesson) return null;
  const { explanation, mistake } = lesson;
  return { reveal: step.activity.reveal({ secret: step.secret }), explanation, mistake };
}

/** The activity on stage as the projector shows it, once it is open. */
export function activityView(state: SessionState): unknown {
  const current = state.stage.at === 'step' ? stepOnStage(state) : null;
  return current && current.step.phase !== 'waiting' ? current.step.activity.view(null) : null;
}

/** The top of the board, where a board is on stage. */
export function topOnStage(state: SessionState, names: Names): readonly TopRow[] | null {
  const { at } = state.stage;
  if (at === 'lobby' || at === 'step' || (at === 'board' && !state.boardShown)) return null;
  return topOf(state, names);
}

/** The top of the board as phones have it: from a step's reveal on, while the board is not hidden, and at the end. */
export function topOnPhones(state: SessionState, names: Names): readonly TopRow[] | null {
  const stage = state.onPhones;
  if (stage.at === 'lobby') return null;
  if (stage.at === 'podium' || stage.at === 'ended') return topOf(state, names);
  return state.boardShown && stepAt(state, stage)?.step.phase === 'revealed' ? topOf(state, names) : null;
}

const topOf = (state: SessionState, names: Names): readonly TopRow[] =>
  state.board.slice(0, TOP).map((row) => topRow(state, row, names));

function topRow(state: SessionState, row: BoardRow, names: Names): TopRow {
  const seat = state.seats.get(row.seat);
  return {
    seat: row.seat,
    name: seat ? names(seat.name) : '',
    rank: row.rank,
    points: row.points,
    right: row.right,
    late: row.steps < countedSteps(state),
  };
}
