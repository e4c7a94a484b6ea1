import { descent, slopeAt, START, within, type Point } from '#shared/activities/descent/bowl';
import { bowlOf, contourAt, type Contour } from './plane';

/** Steps that are taken one at a time before η is chosen. */
export const FIRST = 3;

/** η of these steps, in a valley of steepness 1: the ball goes down the side at once and has hardly moved along it. */
const RATE = 0.08;
/** How long an arrow is drawn for a slope, in a valley of steepness 1. */
const ARROW = 0.3;

/** What is to be seen after so many of the first steps. */
export interface FirstStep {
  /** The way so far. */
  readonly path: readonly Point[];
  /** From the ball, against the slope. */
  readonly downhill: { readonly from: Point; readonly to: Point };
  /** The curve of equal cost through the ball. */
  readonly contour: Contour;
}

export function firstStep(kappa: number, taken: number): FirstStep {
  const bowl = bowlOf({ kappa });
  const path = descent(bowl, START, RATE, taken);
  const from = path.at(-1) ?? START;
  const slope = slopeAt(bowl, from);
  return {
    path,
    downhill: { from, to: { x: from.x - ARROW * slope.x, y: from.y - ARROW * slope.y } },
    contour: contourAt(kappa, within(bowl, from)),
  };
}
