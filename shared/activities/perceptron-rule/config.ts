import * as v from 'valibot';

/** Samples that a student goes through: the table twice. */
export const SAMPLES = 8;

/** Rows of the table by their numbers, the same for everybody; without them each student has an order of their own. */
const samples = v.pipe(v.array(v.picklist([0, 1, 2, 3])), v.length(SAMPLES));

/** The rule on OR, with a learning rate of 1, from w = (0, 0) and b = 0. */
export const config = v.strictObject({ gate: v.literal('or'), samples: v.exactOptional(samples) });
export type Config = v.InferOutput<typeof config>;

/** What the rule does with a sample: leaves w and b as they are, adds x to w (and 1 to b), or takes x away. */
export const decisions = ['leave', 'add', 'take'] as const;
export type Decision = (typeof decisions)[number];

/** One decision for each sample so far. */
export const submission = v.strictObject({
  decisions: v.pipe(v.array(v.picklist(decisions)), v.minLength(1), v.maxLength(SAMPLES)),
});
export type Submission = v.InferOutput<typeof submission>;
