import * as v from 'valibot';
import { checkedRows } from '../../../../tables/own';
import { drawnField, ownField } from '../../plane/field';
import { checkedGood } from '../../plane/good';
import { batches, epochs, learningLimits, paid, rate, terms } from '../../terms';
import { rules } from './rules';

/** Two moons, of which one line puts seven of eight points right, and penguins, which it separates. */
export const dataSets = ['moons', 'penguins'] as const;
export type DataSet = (typeof dataSets)[number];

/** The network is always the same, two weights and a bias: what is chosen is how it learns. */
export const submission = v.strictObject({
  family: v.literal('linear'),
  rate,
  epochs,
  batch: v.exactOptional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;

const chosen = {
  limits: v.strictObject(learningLimits),
  /** What the teacher frees for experts; without it mini-batches of 10. */
  freed: v.strictObject({ batch: v.boolean() }),
};

const known = v.strictObject({
  family: v.literal('linear'),
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
    family: v.literal('linear'),
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
