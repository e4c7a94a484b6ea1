import * as v from 'valibot';

/** Sliders move in tenths, as integers: `z >= 0` is decided exactly (0.1 + 0.2 - 0.3 must be 0). */
export const STEP = 5;
export const MAX_WEIGHT = 20;
export const MAX_BIAS = 30;

export const gates = ['not', 'and', 'or'] as const;
export type Gate = (typeof gates)[number];

export const config = v.strictObject({ gate: v.picklist(gates) });
export type Config = v.InferOutput<typeof config>;

const tenths = v.pipe(v.number(), v.integer());

/** Weights (one for each input) and the bias, in tenths. */
export const submission = v.strictObject({
  w: v.pipe(v.array(tenths), v.minLength(1), v.maxLength(2)),
  b: tenths,
});
export type Submission = v.InferOutput<typeof submission>;
