import { askedIn } from '#shared/session/predictions/asked';
import { openStep, stepOnStage, type SessionState } from '#shared/session/state';
import { taps } from '#shared/session/views/taps';

/** What a class is asked right now: to answer a step, in one of its two votes, to tap, or what it expects of a step. */
export type Round =
  | {
      readonly asks: 'answer';
      readonly step: number;
      readonly vote: 1 | 2;
      /** The countdown, ms; null: until the teacher closes. */
      readonly total: number | null;
    }
  | { readonly asks: 'tap'; readonly step: number }
  | { readonly asks: 'prediction'; readonly step: number; readonly options: readonly string[] };

/** What is asked; null: nothing. */
export function roundOf(state: SessionState): Round | null {
  const open = openStep(state);
  if (!open) return tapOf(state) ?? predictionOf(state);
  const { vote, countdown } = open.step;
  return { asks: 'answer', step: open.index, vote, total: countdown?.total ?? null };
}

function tapOf(state: SessionState): Round | null {
  const current = stepOnStage(state);
  return current && taps(current.step) ? { asks: 'tap', step: current.index } : null;
}

function predictionOf(state: SessionState): Round | null {
  const current = stepOnStage(state);
  const asked = current?.step.phase === 'waiting' ? askedIn(state, current.index) : null;
  if (!current || !asked) return null;
  return { asks: 'prediction', step: current.index, options: asked.options.map(({ id }) => id) };
}
