import type { Review, ReviewStep } from '#shared/session/review';
import type { Text } from '#shared/text';

/** A named mistake of one step, with all who made it. */
export interface Misconception {
  readonly key: string;
  readonly step: ReviewStep;
  readonly why: Text;
  /** As they are called now; empty for one that was erased. */
  readonly names: readonly string[];
}

/** Every named mistake of the lesson, the commonest first, then in the order of the lesson. */
export function misconceptions(
  steps: readonly ReviewStep[],
  students: Review['students'],
): readonly Misconception[] {
  const nameOf = new Map(students.map(({ seat, name }) => [seat, name]));
  return steps
    .flatMap((step) =>
      step.mistakes.map(({ id, why, seats }) => ({
        key: `${step.index}/${id}`,
        step,
        why,
        names: seats.map((seat) => nameOf.get(seat) ?? ''),
      })),
    )
    .sort((a, b) => b.names.length - a.names.length || a.step.index - b.step.index);
}
