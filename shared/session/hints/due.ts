import type { SessionState, StepState } from '../state';
import { nextHint } from './hint';

/** When the next hint of an open step comes by itself, on the session's clock; null: it does not, or time stands still. */
export function hintAt(state: SessionState, index: number): number | null {
  const step = state.steps[index];
  const after = nextHint(state, index)?.after ?? null;
  const began = step ? answeringSince(step) : null;
  return after === null || began === null ? null : began + after * 1_000;
}

/** Since when an open step is answered, frozen time left out; null: it is not, or time stands still. */
function answeringSince({ phase, countdown, openedAt }: StepState): number | null {
  if (phase !== 'open' || openedAt === null) return null;
  if (!countdown) return openedAt;
  return countdown.frozen === null ? countdown.deadline - countdown.total : null;
}
