import * as v from 'valibot';
import { config as penguinsConfig, submission as line } from './penguins/config';
import { config as proofConfig, submission as proof } from './proof/config';
import { neuron } from './neuron';

export const gates = ['not', 'and', 'or'] as const;
export type Gate = (typeof gates)[number];

/** Builds a logic gate. */
const gateConfig = v.strictObject({ gate: v.picklist(gates) });
export type GateConfig = v.InferOutput<typeof gateConfig>;

/** What is set decides the task: a gate, two kinds of penguins, or the proof that XOR is out of reach. */
export const config = v.union([gateConfig, penguinsConfig, proofConfig]);
export type Config = v.InferOutput<typeof config>;

/** Each task has submissions of its own shape. */
export const submission = v.union([neuron, line, proof]);
export type Submission = v.InferOutput<typeof submission>;
