import * as v from 'valibot';
import { neuron } from '../neuron/neuron';
import { gates } from '../neuron/truth-table';

/** Which logic gate to build. */
export const config = v.strictObject({ gate: v.picklist(gates) });
export type Config = v.InferOutput<typeof config>;

export const submission = neuron;
export type Submission = v.InferOutput<typeof submission>;
