import * as v from 'valibot';
import { activations } from '../../../../training/request';
import { checkedRows } from '../../../../tables/own';
import { drawnField, ownField } from '../../plane/field';
import { checkedGood } from '../../plane/good';
import { batches, epochs, learningLimits, paid, rate, terms, whole } from '../../terms';
import { rules } from './rules';

export const MOST_LAYERS = 3;
export const MOST_NEURONS = 8;

export const dataSets = ['circle', 'xor', 'penguins', 'moons', 'spiral'] as const;
export type DataSet = (typeof dataSets)[number];

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

const chosen = {
  limits: v.strictObject({
    layers: whole(0, MOST_LAYERS),
    neurons: whole(1, MOST_NEURONS),
    ...learningLimits,
  }),
  /** Controls for experts that the teacher frees; without them tanh and mini-batches of 10. */
  freed: v.strictObject({ activation: v.boolean(), batch: v.boolean() }),
};

const known = v.strictObject({
  family: v.literal('mlp'),
  data: v.picklist(dataSets),
  ...drawnField,
  ...terms,
  ...chosen,
});
export type KnownConfig = v.InferOutput<typeof known>;
export type Settings = Omit<KnownConfig, keyof typeof drawnField | 'data'> & {
  readonly data: DataSet | 'own';
};

const own = v.pipe(
  v.strictObject({
    family: v.literal('mlp'),
    ...ownField,
    ...paid,
    ...chosen,
    /** What does well on the table, and is shown at the reveal. */
    good: submission,
  }),
  checkedRows(true),
  checkedGood(rules),
);
export type OwnConfig = v.InferOutput<typeof own>;

export const config = v.variant('data', [known, own]);
export type Config = v.InferOutput<typeof config>;
