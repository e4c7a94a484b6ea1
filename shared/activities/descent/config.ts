import * as v from 'valibot';

/** How far from 1 the steepness of a student's valley may be, in tenths of a power of ten: from 1/4 to 4. */
export const STEEPEST = 6;

/**
 * A narrow valley: its steep direction is ten times as steep as the gentle one, and the ball goes twenty steps. The
 * figures of the score hold for these two. `steepness`: the same valley for everybody; without it each has their own.
 */
export const config = v.strictObject({
  kappa: v.literal(10),
  steps: v.literal(20),
  steepness: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-STEEPEST), v.maxValue(STEEPEST))),
});
export type Config = v.InferOutput<typeof config>;

/** η as a place of the slider, see `rateOf`. */
export const submission = v.strictObject({ exponent: v.pipe(v.number(), v.integer()) });
export type Submission = v.InferOutput<typeof submission>;
