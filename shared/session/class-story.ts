import type { ActivityKind } from '../activities/registry';
import type { Text } from '../text';
import type { Review, ReviewStep } from './review';

/**
 * The fewest who make a crowd. Where fewer have answered, what they did is not told: in so small a group somebody
 * could be recognised by it.
 */
export const FEWEST = 5;

/** A session as its class may read it: what all did together, and nothing about anybody. */
export interface ClassStory {
  readonly title: Text;
  /** Wall clock of the start, ISO 8601. */
  readonly wall: string;
  /** Those whose answer was shown, and what was only shown. */
  readonly steps: readonly ClassStep[];
}

export interface ClassStep {
  readonly index: number;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  /** The activity as the projector showed it. */
  readonly view: unknown;
  readonly reveal: unknown;
  /** Null where nothing was to be answered. */
  readonly explanation: Text | null;
  readonly told: Told | null;
}

/** What became of a step that the class answered. */
export type Told =
  | { readonly few: true }
  | {
      readonly few: false;
      readonly picture: unknown;
      /** As in a `ReviewStep`. */
      readonly together: ReviewStep['together'];
      readonly answered: number;
      /** Null where answers are not graded. */
      readonly right: number | null;
    };

/** A review without names, seats, points or anything else of one student. */
export const classStory = ({ title, wall, steps }: Review): ClassStory => ({
  title,
  wall,
  steps: steps.filter(isOver).map(classStep),
});

const isOver = ({ phase, answers }: ReviewStep): boolean =>
  phase === 'revealed' || (phase !== 'waiting' && !answers);

function classStep({ index, kind, title, task, view, after, ...step }: ReviewStep): ClassStep {
  return {
    ...{ index, kind, title, task, view },
    reveal: after?.reveal ?? null,
    explanation: step.answers ? (after?.explanation ?? null) : null,
    told: step.answers ? toldOf(step) : null,
  };
}

function toldOf({
  answered,
  right,
  grades,
  picture,
  together,
}: Pick<ReviewStep, 'answered' | 'right' | 'grades' | 'picture' | 'together'>): Told {
  if (answered < FEWEST) return { few: true };
  return { few: false, picture, together, answered, right: grades ? right : null };
}
