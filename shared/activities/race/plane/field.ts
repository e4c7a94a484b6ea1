import type { Seed } from '../../../rng';
import type { GeneratedKind } from '../../../training/sets/generate';
import { seed, whole } from '../terms';

/** What generated points are drawn by, and what never reaches a phone as such. */
export const generatedField = {
  /** In percent; real data have their own. */
  noise: whole(0, 50),
  /** Of the visible points; whoever sees them may know it. */
  dataSeed: seed,
};

/** Data of two numbers a sample: points of the plane, in two classes. */
export type PlaneData = GeneratedKind | 'penguins';

/** Which points a race is on. */
export interface Field {
  readonly data: PlaneData;
  /** Visible points. */
  readonly samples: number;
  readonly noise: number;
  readonly dataSeed: Seed;
}
