import { costAt, descent, distanceOf, START, type Point } from '#shared/activities/descent/bowl';
import { levelled, rateOf } from '#shared/activities/descent/rate';
import type { View } from '#shared/activities/descent/view';
import { bowlOf } from './plane';

/** The way of a ball in the valley in sight, at a place of the slider as it is in a valley of steepness 1. */
export const wayAt = ({ kappa, steps }: View, level: number): readonly Point[] =>
  descent(bowlOf({ kappa }), START, rateOf(level), steps);

/** The same at a place of a student's own slider. */
export const ownLevel = ({ steepness }: View, exponent: number): number => levelled(exponent, steepness ?? 0);

/** A place of the slider in a student's own valley, from what it is in one of steepness 1. */
export const ownExponent = ({ steepness }: View, level: number): number =>
  level - levelled(0, steepness ?? 0);

export const lastOf = (path: readonly Point[]): Point => path.at(-1) ?? START;

/** How far the ball is from the minimum at the end; null: further than it started, it has left the valley. */
export function leftOf(path: readonly Point[]): number | null {
  const distance = distanceOf(lastOf(path));
  return distance <= 1 ? distance : null;
}

/** The cost after each step, in a valley of steepness 1. */
export const costsOf = ({ kappa }: View, path: readonly Point[]): readonly number[] =>
  path.map((point) => costAt(bowlOf({ kappa }), point));
