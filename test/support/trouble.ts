import type { TrainingRequest } from '#shared/training/request';

export const troubles = [
  'loops',
  'throws',
  'eats memory',
  'ends',
  'says nothing',
  'cannot be copied',
  'not finite',
  'a score beyond 1',
  'a run too few',
] as const;
export type Trouble = (typeof troubles)[number];

/** From so many epochs on a configuration asks for a trouble. */
const FIRST = 100;

/** The epochs of a configuration that is trained, in a thread that ends right afterwards. */
export const THEN_ENDS = FIRST - 1;

/** The epochs of a configuration that meets `trouble`. */
export const epochsOf = (trouble: Trouble): number => FIRST + troubles.indexOf(trouble);

/** What a thread shall meet with a request; null: it trains it. */
export const troubleOf = ({ epochs }: TrainingRequest): Trouble | null => troubles[epochs - FIRST] ?? null;

/** Patience, ms: short with one trouble, long with everything else. */
export const impatientWith =
  (trouble: Trouble, short = 400) =>
  ({ epochs }: TrainingRequest): number =>
    epochs === epochsOf(trouble) ? short : 60_000;
