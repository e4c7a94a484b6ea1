import type { Lesson, Step } from './lesson';

/** A step as lessons of before may have it. */
type EarlierStep = Omit<Step, 'kind'> & { readonly kind: Step['kind'] | 'perceptron' };

/** `perceptron` was three kinds in one: what its configuration set decided which. */
function kindOf({ kind, config }: EarlierStep): Step['kind'] {
  if (kind !== 'perceptron') return kind;
  const sets = (what: string) => Object.hasOwn(config as object, what);
  if (sets('gate')) return 'gate';
  return sets('data') ? 'separating-line' : 'xor-proof';
}

/** A lesson of before, its steps under the kinds of today. */
export const withKindsOfToday = <Earlier extends { readonly steps: readonly EarlierStep[] }>(
  lesson: Earlier,
): Lesson => ({ ...lesson, steps: lesson.steps.map((step) => ({ ...step, kind: kindOf(step) })) }) as never;
