import type { Review, ReviewStep } from '#shared/session/review';

/** One step in two sessions of a lesson. */
export interface Pair {
  readonly step: ReviewStep;
  /** Whole percent of those who answered that were right; null where the step was not graded there, or not answered. */
  readonly here: number | null;
  readonly there: number | null;
}

/** In whole percent, as both are shown, so that their difference is what one reckons from them. */
function rightIn(step: ReviewStep | undefined): number | null {
  if (!step || step.phase === 'waiting' || !step.grades || step.answered === 0) return null;
  return Math.round((100 * step.right) / step.answered);
}

/**
 * The graded steps of a session beside those of another one. They are the same by their names in the lesson: a step may
 * have moved since, or have come later. What was played again is another thing than a first round.
 */
export function pairsOf(here: Review, there: Review): readonly Pair[] {
  const first = ({ again }: ReviewStep) => again === undefined;
  const others = new Map(there.steps.filter(first).map((step) => [step.id, step]));
  return here.steps
    .filter((step) => step.grades && first(step))
    .map((step) => ({ step, here: rightIn(step), there: rightIn(others.get(step.id)) }));
}
