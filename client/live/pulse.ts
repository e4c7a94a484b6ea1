import type { PulseFrame } from '#shared/protocol';

/** As much of a view as says what is on stage. */
export interface Staged {
  readonly stage: { readonly at: string; readonly step?: number };
}

const sameStage = (a: Staged | null, b: Staged | null): boolean =>
  a?.stage.at === b?.stage.at && a?.stage.step === b?.stage.step;

/**
 * What the last pulse still tells after a frame. Once something else is on stage it tells who is here, and nothing of
 * the step that has gone: its picture is of another kind, which the new step's could not draw. The pulse of the new
 * step follows within a quarter of a second.
 */
export function pulseAfter(
  pulse: PulseFrame | null,
  before: Staged | null,
  after: Staged | null,
): PulseFrame | null {
  if (!pulse || sameStage(before, after)) return pulse;
  return { ...pulse, answered: 0, picture: null, before: null, training: null, together: null };
}
