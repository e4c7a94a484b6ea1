import type { ErrorCode } from '#shared/errors';
import type { OwnStep, OwnView, PhoneView, StepView } from '#shared/session/views';

/** What a student's phone shows. */
export type PhonePage =
  | { readonly at: 'loading' }
  | { readonly at: 'refused'; readonly code: ErrorCode }
  | { readonly at: 'naming' }
  | { readonly at: 'lobby' }
  | { readonly at: 'step'; readonly step: StepView; readonly own: OwnStep; readonly phase: ShownPhase }
  | {
      readonly at: 'asked';
      readonly step: StepView;
      readonly asked: NonNullable<StepView['prediction']>;
      readonly own: OwnStep;
    }
  /** What was shown is over, and the next step has not begun. */
  | { readonly at: 'between' | 'podium' | 'ended' };

export type ShownPhase = Exclude<StepView['phase'], 'waiting'>;

/**
 * Where a phone is, from what the server showed last. An open step is shown as closed to who has no time left in it
 * (`over`).
 */
export function pageOf(
  refusal: ErrorCode | null,
  common: PhoneView | null,
  own: OwnView | null,
  over = false,
): PhonePage {
  if (refusal) return { at: 'refused', code: refusal };
  if (!common) return { at: 'loading' };
  if (!own) return common.stage.at === 'ended' ? { at: 'ended' } : { at: 'naming' };
  const { stage, step } = common;
  if (stage.at === 'step') return step && own.step ? stepPage(step, own.step, over) : { at: 'loading' };
  return { at: stage.at };
}

function stepPage(step: StepView, own: OwnStep, over: boolean): PhonePage {
  const phase = step.phase === 'open' && over ? 'closed' : step.phase;
  if (phase !== 'waiting') return { at: 'step', step, own, phase };
  return step.prediction ? { at: 'asked', step, asked: step.prediction, own } : { at: 'between' };
}
