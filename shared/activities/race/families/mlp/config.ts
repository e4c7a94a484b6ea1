import * as v from 'valibot';
import { activations } from '../../../../training/request';
import { drawnField } from '../../plane/field';
import { batches, epochs, learningLimits, rate, terms, whole } from '../../terms';

export const MOST_LAYERS = 3;
export const MOST_NEURONS = 8;

export const dataSets = ['circle', 'xor', 'penguins', 'moons', 'spiral'] as const;
export type DataSet = (typeof dataSets)[number];

export const config = v.strictObject({
  family: v.literal('mlp'),
  data: v.picklist(dataSets),
  ...drawnField,
  ...terms,
  limits: v.strictObject({
    layers: whole(0, MOST_LAYERS),
    neurons: whole(1, MOST_NEURONS),
    ...learningLimits,
  }),
  /** Controls for experts that the teacher frees; without them tanh and mini-batches of 10. */
  freed: v.strictObject({ activation: v.boolean(), batch: v.boolean() }),
});
export type Config = v.InferOutput<typeof config>;
export type Settings = Omit<Config, keyof typeof drawnField>;

/** What the step does not free is left out. */
export const submission = v.strictObject({
  /** Never there: see `submission` of the race. */
  family: v.exactOptional(v.never()),
  /** Neurons of each hidden layer. */
  layers: v.pipe(v.array(whole(1, MOST_NEURONS)), v.maxLength(MOST_LAYERS)),
  rate,
  epochs,
  activation: v.optional(v.picklist(activations)),
  batch: v.optional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
