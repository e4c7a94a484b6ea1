import type { OwnStep, StepView } from '#shared/session/views';

interface Parts {
  readonly step: Pick<StepView, 'phase' | 'drafts'>;
  readonly own: Pick<OwnStep, 'submission' | 'earlier'>;
  /** What this phone keeps of where the controls are; nothing until somebody touches them. */
  readonly kept: unknown;
  /** An answer is on its way, or its ack has come before what it changes was shown. */
  readonly answered: boolean;
}

/** What a student has set in the open step and not sent, which counts at its end; null: nothing, or something counts. */
export function unsentOf({ step, own, kept, answered }: Parts): { readonly submission: unknown } | null {
  const nothingCounts = !answered && own.submission === null && own.earlier === null;
  const mayCount = step.phase === 'open' && step.drafts && nothingCounts;
  return mayCount && kept !== undefined ? { submission: kept } : null;
}
