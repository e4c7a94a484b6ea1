import * as v from 'valibot';
import { drawnField } from '../../plane/field';
import { batches, epochs, learningLimits, rate, terms } from '../../terms';

/** Two moons, of which one line puts seven of eight points right, and penguins, which it separates. */
export const dataSets = ['moons', 'penguins'] as const;
export type DataSet = (typeof dataSets)[number];

export const config = v.strictObject({
  family: v.literal('linear'),
  data: v.picklist(dataSets),
  ...drawnField,
  ...terms,
  limits: v.strictObject(learningLimits),
  /** What the teacher frees for experts; without it mini-batches of 10. */
  freed: v.strictObject({ batch: v.boolean() }),
});
export type Config = v.InferOutput<typeof config>;
export type Settings = Omit<Config, keyof typeof drawnField>;

/** The network is always the same, two weights and a bias: what is chosen is how it learns. */
export const submission = v.strictObject({
  family: v.literal('linear'),
  rate,
  epochs,
  batch: v.exactOptional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
