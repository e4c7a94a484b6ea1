import * as v from 'valibot';
import { batches, epochs, learningLimits, optimiser, rate, terms, whole } from '../../terms';

export const MOST_STATE = 8;

/** Carbon dioxide month by month, temperatures day by day: real data, the same in each step. */
export const dataSets = ['co2', 'temperatures'] as const;
export type DataSet = (typeof dataSets)[number];

/** Windows of the visible years: no more can be learnt from. */
export const WINDOWS: Readonly<Record<DataSet, number>> = { co2: 345, temperatures: 716 };

export const config = v.pipe(
  v.strictObject({
    family: v.literal('rnn'),
    data: v.picklist(dataSets),
    ...terms,
    limits: v.strictObject({ state: whole(1, MOST_STATE), ...learningLimits }),
    freed: v.strictObject({ optimiser: v.boolean(), batch: v.boolean() }),
  }),
  v.forward(
    v.partialCheck([['data'], ['samples']], ({ data, samples }) => samples <= WINDOWS[data], 'too-large'),
    ['samples'],
  ),
);
export type Config = v.InferOutput<typeof config>;
export type Settings = Config;

/** What the step does not free is left out. */
export const submission = v.strictObject({
  family: v.literal('rnn'),
  /** Numbers that it keeps in mind from step to step. */
  state: whole(1, MOST_STATE),
  rate,
  epochs,
  optimiser,
  batch: v.exactOptional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
