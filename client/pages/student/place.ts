import type { ErrorCode } from '#shared/errors';
import type { OwnStep, OwnView, PhoneView, StepView } from '#shared/session/views';

/** What a student's phone shows. */
export type Place =
  | { readonly at: 'loading' }
  | { readonly at: 'refused'; readonly code: ErrorCode }
  | { readonly at: 'naming' }
  | { readonly at: 'lobby' }
  | { readonly at: 'ready'; readonly step: StepView }
  | { readonly at: 'step'; readonly step: StepView; readonly own: OwnStep; readonly phase: ShownPhase }
  | { readonly at: 'board' | 'podium' | 'ended' };

export type ShownPhase = Exclude<StepView['phase'], 'waiting'>;

/**
 * Where a phone is, from what the server showed last. Common and own parts may come one after the other. An open step
 * is shown as closed to who has no time left in it (`over`).
 */
export function placeOf(
  refusal: ErrorCode | null,
  common: PhoneView | null,
  own: OwnView | null,
  over = false,
): Place {
  if (refusal) return { at: 'refused', code: refusal };
  if (!common) return { at: 'loading' };
  if (!own) return common.stage.at === 'ended' ? { at: 'ended' } : { at: 'naming' };
  if (common.stage.at !== 'step') return { at: common.stage.at };
  return common.step ? stepPlace(common.step, own.step, over) : { at: 'loading' };
}

function stepPlace(step: StepView, own: OwnStep | null, over: boolean): Place {
  const phase = step.phase === 'open' && over ? 'closed' : step.phase;
  const shown = own?.index === step.index && own.view !== null;
  return phase !== 'waiting' && shown ? { at: 'step', step, own, phase } : { at: 'ready', step };
}
