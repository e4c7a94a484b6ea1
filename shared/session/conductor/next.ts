import type { HostCommand } from '../commands';
import { lengthOf, type SessionState } from '../state';

/** The one thing a teacher most likely wants now: the desk's biggest button. Null once the session is over. */
export function nextAction(state: SessionState): HostCommand | null {
  const { stage } = state;
  switch (stage.at) {
    case 'lobby':
      return { type: 'go', from: stage, to: { at: 'step', step: 0 } };
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

/** A step that is played again changes no board, nor one where nothing is graded. */
function changesBoard({ steps }: SessionState, index: number): boolean {
  const step = steps[index];
  return step?.again === null && step.activity.grades !== null;
}

/** The lesson goes on behind the step, also where that was played again. */
function afterBoard(state: SessionState, step: number): HostCommand {
  const next = (state.steps[step]?.again ?? step) + 1;
  const to = next < lengthOf(state) ? ({ at: 'step', step: next } as const) : ({ at: 'podium' } as const);
  return { type: 'go', from: state.stage, to };
}
