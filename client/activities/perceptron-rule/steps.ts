import type { Decision } from '#shared/activities/perceptron-rule/config';
import type { Turn } from '#shared/activities/perceptron-rule/rule';

/** Where a student is: in front of a sample, or looking at what the rule made of the one just decided. */
export interface Place {
  readonly turn: Turn;
  /** From 1. */
  readonly number: number;
  /** Null: not decided yet. */
  readonly made: Decision | null;
  readonly isLast: boolean;
}

/** `left`: how many samples the student has gone on from. */
export function placeOf(turns: readonly Turn[], made: readonly Decision[], left: number): Place | null {
  const at = Math.min(left, turns.length - 1);
  const turn = turns[at];
  return turn ? { turn, number: at + 1, made: made[at] ?? null, isLast: at === turns.length - 1 } : null;
}
