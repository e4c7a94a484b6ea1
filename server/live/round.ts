import { openStep, type SessionState } from '#shared/session/state';

/** What a class answers right now: a step, in one of its two votes. */
export interface Round {
  readonly step: number;
  readonly vote: 1 | 2;
  /** The countdown, ms; null: until the teacher closes. */
  readonly total: number | null;
}

/** The round that is open; null: none is. */
export function roundOf(state: SessionState): Round | null {
  const open = openStep(state);
  if (!open) return null;
  const { vote, countdown } = open.step;
  return { step: open.index, vote, total: countdown?.total ?? null };
}
