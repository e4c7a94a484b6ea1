import * as v from 'valibot';

/** After how many steps the neuron is asked for the first bit. The figures of the score hold for these. */
export const LENGTHS = [5, 20, 80] as const;

/** How long the strings are, which are read up to each length. */
export const LONGEST = 80;

/** One neuron reads strings of these lengths and says at the end of each how it began. */
export const config = v.strictObject({
  lengths: v.strictTuple([v.literal(LENGTHS[0]), v.literal(LENGTHS[1]), v.literal(LENGTHS[2])]),
});
export type Config = v.InferOutput<typeof config>;

const tenths = v.pipe(v.number(), v.integer());

/** The neuron h ← tanh(w_h h + w_x x + b): its weight for h, its weight for x and its bias, in tenths. */
export const submission = v.strictObject({ h: tenths, x: tenths, b: tenths });
export type Submission = v.InferOutput<typeof submission>;
