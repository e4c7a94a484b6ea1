import * as v from 'valibot';
import { batches, epochs, learningLimits, optimiser, rate, seed, terms } from '../../terms';

/** Six letters with their digits, then a letter: which digit stood with it? */
export const dataSets = ['tokens'] as const;
export type DataSet = (typeof dataSets)[number];

/** Numbers of each token's vector, and the heads that share them; each width comes out even for all of these. */
export const widths = [4, 8, 12, 16] as const;
export const heads = [1, 2, 4] as const;

export const config = v.strictObject({
  family: v.literal('transformer'),
  data: v.picklist(dataSets),
  /** Of the visible questions; whoever sees them may know it. */
  dataSeed: seed,
  ...terms,
  limits: v.strictObject({ width: v.picklist(widths), ...learningLimits }),
  /** Without it one head. */
  freed: v.strictObject({ heads: v.boolean(), optimiser: v.boolean(), batch: v.boolean() }),
});
export type Config = v.InferOutput<typeof config>;
export type Settings = Omit<Config, 'dataSeed'>;

/** What the step does not free is left out. */
export const submission = v.strictObject({
  family: v.literal('transformer'),
  width: v.picklist(widths),
  rate,
  epochs,
  heads: v.exactOptional(v.picklist(heads)),
  optimiser,
  batch: v.exactOptional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
