import type { Example } from '#shared/activities/activity';
import { judge, type BoundActivity } from '#shared/activities/bound';
import { activities, bindStep, type ActivityKind } from '#shared/activities/registry';

type Of<Kind extends ActivityKind> = Extract<(typeof activities)[number], { readonly kind: Kind }>;

/** A kind with its own types. */
export const activityOf = <Kind extends ActivityKind>(kind: Kind): Of<Kind> =>
  activities.find((one): one is Of<Kind> => one.kind === kind) as Of<Kind>;

/** A step's activity; throws where its configuration is refused. */
export function bound(kind: string, config: unknown): BoundActivity {
  const made = bindStep({ kind, config });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const seeds = { seat: '0'.repeat(32), secret: 'f'.repeat(32) };

/** What a submission is worth at once; the code of its refusal, and null where it has no grade yet, or ever. */
export function graded(activity: BoundActivity, submission: unknown) {
  const judged = judge(activity, submission, null, seeds);
  if (!judged.ok) return judged.error;
  return judged.value.outcome === 'graded' ? judged.value.grade : null;
}

/** What the examples of a kind hand in, good and bad. */
export function submissionsTo(kind: ActivityKind): readonly unknown[] {
  const examples: readonly Example<unknown>[] = activityOf(kind).examples;
  return examples.flatMap((one) => ('submission' in one ? [one.submission] : []));
}
