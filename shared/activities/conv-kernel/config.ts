import * as v from 'valibot';

/** Bars of pixels. `direction`: those that everybody looks for; without it each student has one direction of four. */
export const config = v.strictObject({
  data: v.literal('bars'),
  direction: v.exactOptional(v.picklist(['horizontal', 'vertical', 'falling', 'rising'])),
});
export type Config = v.InferOutput<typeof config>;

/** A kernel has so many rows and columns. */
export const WIDTH = 3;

/** What a cell of a kernel can be. */
export const weights = [0, 1, -1] as const;
export type Weight = (typeof weights)[number];

/** The nine cells of a kernel, row by row, and the threshold: it fires where a sum is above it by a half or more. */
export const submission = v.strictObject({
  cells: v.pipe(v.array(v.picklist(weights)), v.length(WIDTH * WIDTH)),
  threshold: v.pipe(v.number(), v.integer()),
});
export type Submission = v.InferOutput<typeof submission>;
export type Detector = Submission;

/** Of the threshold. */
export const RANGE = { least: 0, most: 6 };

/** Nothing painted yet. */
export const UNPAINTED: Detector = { cells: [0, 0, 0, 0, 0, 0, 0, 0, 0], threshold: RANGE.least };
