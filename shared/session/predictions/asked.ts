import type { AskedPrediction } from '../../lessons/asides';
import type { SessionState } from '../state';

/** What a class is asked before a step; null: nothing. A step that is played again has shown its answer. */
export const askedIn = (state: SessionState, index: number): AskedPrediction | null =>
  state.steps[index]?.again === null ? (state.lesson.steps[index]?.prediction ?? null) : null;
