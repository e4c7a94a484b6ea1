import type { HostCommand } from '../commands';
import { lengthOf, type SessionState } from '../state';

/** The one thing a teacher most likely wants now: the desk's biggest button. Null once the session is over. */
export function nextAction(state: SessionState): HostCommand | null {
  const { stage, returnTo } = state;
  if (returnTo) return { type: 'go', from: stage, to: returnTo };
  switch (stage.at) {
    case 'lobby':
      return { type: 'go', from: stage, to: { at: 'step', step: firstOf(state) } };
    case 'step':
      return onStep(state, stage.step);
    case 'board':
      return afterBoard(state, stage.step);
    case 'podium':
      return { type: 'end' };
    case 'ended':
      return null;
  }
}

function onStep(state: SessionState, step: number): HostCommand {
  switch (state.steps[step]?.phase) {
    case 'open':
      return { type: 'close', step };
    case 'closed':
      return { type: 'reveal', step };
    case 'shown':
      return afterBoard(state, step);
    case 'revealed':
      return state.boardShown && changesBoard(state, step)
        ? { type: 'go', from: state.stage, to: { at: 'board', step } }
        : afterBoard(state, step);
    default:
      return { type: 'open', step };
  }
}

/** A short path that no step is on leads nowhere: then the lesson begins as it is. */
function firstOf(state: SessionState): number {
  const first = following(state, -1);
  return first < lengthOf(state) ? first : 0;
}

/** A step that is played again changes no board, nor one where nothing is graded; and a lesson may leave one out. */
function changesBoard({ steps, lesson }: SessionState, index: number): boolean {
  const step = steps[index];
  if (lesson.steps[index]?.board === false) return false;
  return step?.again === null && step.activity.grades !== null;
}

/** The step after one: the next of all, or of the short path. Behind the last one: as many as there are. */
export function following(state: SessionState, step: number): number {
  const { lesson, short } = state;
  const next = lesson.steps.findIndex(({ id }, i) => i > step && (!short || lesson.short?.includes(id)));
  return next < 0 ? lengthOf(state) : Math.min(next, lengthOf(state));
}

/** The lesson goes on behind the step, also where that was played again. */
function afterBoard(state: SessionState, step: number): HostCommand {
  const next = following(state, state.steps[step]?.again ?? step);
  const to = next < lengthOf(state) ? ({ at: 'step', step: next } as const) : ({ at: 'podium' } as const);
  return { type: 'go', from: state.stage, to };
}
