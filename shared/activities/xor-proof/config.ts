import * as v from 'valibot';
import { neuron } from '../neuron/neuron';

/** The proof that no line separates XOR. */
export const config = v.strictObject({ proof: v.literal('xor') });
export type Config = v.InferOutput<typeof config>;

const bit = v.picklist([0, 1]);
const row = v.picklist([0, 1, 2, 3]);
const pair = v.strictTuple([row, row]);

/** For each row of the table whether z must be at least 0 (1) or below 0 (0). */
const signs = v.strictTuple([bit, bit, bit, bit]);
export type Signs = v.InferOutput<typeof signs>;

/** The rows of the two inequalities to add, and the rows of the two others. */
const pairs = v.strictTuple([pair, pair]);
export type Pairs = v.InferOutput<typeof pairs>;

/** The parts so far; each is given once and comes again with the next one. */
export const submission = v.strictObject({
  /** (a) The line with the most rows right; may be left out. */
  line: v.nullable(neuron),
  /** (b) */
  signs: v.nullable(signs),
  /** (c) */
  pairs: v.nullable(pairs),
});
export type Submission = v.InferOutput<typeof submission>;
export type Proof = Submission;
