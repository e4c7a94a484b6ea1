import type { Config, Step, Submission } from './config';
import { ownOf } from './own';
import type { Target } from './target';

const set = (
  steepness: number,
  ...steps: readonly (readonly [place: number, height: number])[]
): Submission => ({
  steps: steps.map(([place, height]): Step => ({ place, height })),
  steepness,
});

/** What the controls are set to for full marks: a step up where a curve rises fastest, a step down where it falls. */
const right: Readonly<Record<Config['target'], Submission>> = {
  hill: set(15, [5, 10], [15, -10]),
  wave: set(18, [2, 4], [10, -8], [18, 4]),
};

/** Over the curve as a configuration has it for everybody. */
export const rightOf = (target: Config['target']): Submission => right[target];

/** Where the controls start: one flat S curve, and the others without a height. */
const untouched: Readonly<Record<Config['target'], Submission>> = {
  hill: set(8, [7, 5], [13, 0]),
  wave: set(8, [5, 3], [10, 0], [15, 0]),
};

/** A valley begins upside down, so that its first step goes the way the curve goes. */
export const startAt = (shape: Config['target'], { down }: Pick<Target, 'down'>): Submission =>
  ownOf(untouched[shape], { shape, shift: 0, down });
