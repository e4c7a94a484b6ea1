import type { Crowd } from './ranks';

/** Between two steps of the podium, ms: long enough to read who stands on one. */
export const STEP_AFTER = 1_500;

/** The last rank that has a step. */
const LOWEST = 3;

/** The steps of the podium, from the first down. Who shares a rank shares a step, and the next one is missing. */
export const podiumSteps = <Line extends Pick<Crowd, 'rank'>>(lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ rank }) => rank <= LOWEST);

/** How many of so many steps stand, from the lowest up, so many ms after the class has come to the podium. */
export const standingAfter = (ms: number, steps: number): number =>
  Math.min(steps, 1 + Math.floor(Math.max(0, ms) / STEP_AFTER));

/** When the first stands, and with it everybody, in ms after the class has come to the podium. */
export const allStandAfter = (steps: number): number => Math.max(0, steps - 1) * STEP_AFTER;
