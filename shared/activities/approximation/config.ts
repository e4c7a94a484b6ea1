import * as v from 'valibot';

/** Places stand on a grid of twentieths of the axis from 0 to 1, heights on one of tenths. */
export const GRID = { place: 20, height: 10 } as const;
/** What can be set: places and heights in steps of their grids, the steepness of all. */
export const RANGE = { place: [0, 20], height: [-15, 15], steepness: [2, 40] } as const;

/**
 * A curve to be imitated by a sum of S curves: a hill by two of them, a wave by three. `own`: the hill lies elsewhere for
 * each student, or is a valley; without it all have the one from 0 to 1.
 */
export const config = v.variant('target', [
  v.strictObject({ target: v.literal('hill'), own: v.exactOptional(v.literal(true)) }),
  v.strictObject({ target: v.literal('wave') }),
]);
export type Config = v.InferOutput<typeof config>;

const whole = v.pipe(v.number(), v.integer());

/** An S curve, h σ(s(x − c)): where its middle is, and by how much it goes up or down. */
const step = v.strictObject({ place: whole, height: whole });
export type Step = v.InferOutput<typeof step>;

/** The hidden layer of a network, with one steepness for all of its neurons. */
export const submission = v.strictObject({ steps: v.array(step), steepness: whole });
export type Submission = v.InferOutput<typeof submission>;
