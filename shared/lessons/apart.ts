import type { StepSamples } from '../activities/activity';
import { bindStep, type StepOfKind } from '../activities/registry';
import type { Problem, ProblemCode } from '../problems';

/** By fewer samples than these nobody is judged: one of them would be worth too much. */
const FEWEST = 20;

/** What steps have done with the samples of real data, so far. */
interface Told {
  /** In some step's views or reveal: who has played it knows them. */
  readonly known: Set<string>;
  /** Kept by some step until its reveal. */
  readonly kept: Set<string>;
}

/**
 * `not-apart` for each step that keeps what an earlier one shows or reveals, or that shows what an earlier one keeps: in
 * both directions, because a teacher plays the steps of a lesson in any order. `too-few` for one that keeps hardly
 * anything.
 */
export function notApart(steps: readonly StepOfKind[]): readonly Problem[] {
  const told: Told = { known: new Set(), kept: new Set() };
  return steps.flatMap((step, index): Problem[] => {
    const bound = bindStep(step);
    const code = bound.ok ? problemOf(bound.value.samples(), told) : null;
    return code ? [{ path: ['steps', index, 'config'], code }] : [];
  });
}

function problemOf(own: StepSamples, told: Told): ProblemCode | null {
  if (own.shown.length > 0 && own.kept.length < FEWEST) return 'too-few';
  return clashes(own, told) ? 'not-apart' : null;
}

/** Whether a step and those before it tell each other's samples; it is one of those before from now on. */
function clashes({ shown, kept: own }: StepSamples, { known, kept }: Told): boolean {
  const clash = own.some((name) => known.has(name)) || shown.some((name) => kept.has(name));
  for (const name of own) kept.add(name);
  for (const name of [...shown, ...own]) known.add(name);
  return clash;
}
