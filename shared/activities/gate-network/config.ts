import * as v from 'valibot';
import { neuron } from '../neuron/neuron';

/**
 * XOR from two hidden neurons and one that puts them together. `given`: one hidden neuron stands already, which one and
 * what it does is each seat's own; otherwise all three are chosen.
 */
export const config = v.strictObject({ gate: v.literal('xor'), given: v.boolean() });
export type Config = v.InferOutput<typeof config>;

/** A neuron with two inputs, in tenths. */
const two = v.pipe(
  neuron,
  v.check(({ w }) => w.length === 2, 'does-not-fit'),
);

/** Two hidden neurons in their order, and the one that has them as its inputs. */
export const submission = v.strictObject({ hidden: v.strictTuple([two, two]), output: two });
export type Submission = v.InferOutput<typeof submission>;
export type Network = Submission;

/** A neuron that nobody has chosen: its weights are 0, so that it always says 1. */
export const UNSET = { w: [0, 0], b: 0 };
