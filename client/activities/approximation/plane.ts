import { GRID, type Step, type Submission } from '#shared/activities/approximation/config';
import { baseOf } from '#shared/activities/approximation/target';
import type { View } from '#shared/activities/approximation/view';
import { SIDE, type Place } from '../kit/plane';

/** What of y is in the picture above and below the base: a step up and a step down that make a hill, and a little more. */
const SPAN = { hill: [-1.1, 1.3], wave: [-0.7, 0.8] } as const;

/** The lowest and the highest y in the picture; a valley's is a hill's upside down. */
export function domainOf({ shape, down }: Pick<View, 'shape' | 'down'>): readonly [number, number] {
  const base = baseOf({ shape, down, shift: 0 });
  const [below, above] = SPAN[shape];
  return down ? [base - above, base - below] : [base + below, base + above];
}

/** A unit of y in the drawing of SIDE x SIDE. */
const unitOf = (view: Pick<View, 'shape' | 'down'>): number => {
  const [least, most] = domainOf(view);
  return SIDE / (most - least);
};

/** The middle of an S curve, where it is steepest: there it is held, half of its height from the base. */
export function middleOf(view: View, { place, height }: Step): Place {
  const y = baseOf(view) + height / GRID.height / 2;
  return { x: (SIDE * place) / GRID.place, y: unitOf(view) * (domainOf(view)[1] - y) };
}

/** The place and height of an S curve whose middle lies there, not yet on the grid. */
export function stepAt(view: View, { x, y }: Place): Step {
  const above = domainOf(view)[1] - y / unitOf(view) - baseOf(view);
  return { place: (x * GRID.place) / SIDE, height: 2 * above * GRID.height };
}

/** Which of the S curves has its middle nearest. */
export function nearest(view: View, { steps }: Submission, from: Place): number {
  const off = (step: Step) => {
    const { x, y } = middleOf(view, step);
    return (x - from.x) * (x - from.x) + (y - from.y) * (y - from.y);
  };
  return steps.reduce((best, step, i) => (off(step) < off(steps[best] ?? step) ? i : best), 0);
}
