import * as v from 'valibot';
import { batches, epochs, learningLimits, optimiser, rate, seed, terms, whole } from '../../terms';

export const MOST_KERNELS = 8;
export const MOST_NEURONS = 32;

/** Bars in four directions, drawn from a seed, and digits that people wrote. */
export const dataSets = ['bars', 'digits'] as const;
export type DataSet = (typeof dataSets)[number];

/** What stands for a window of a kernel's map, and how large that window is. */
export const pools = ['max', 'mean'] as const;
export const windows = [1, 2, 'all'] as const;
const pool = v.picklist(pools);
const window = v.picklist(windows);

export const config = v.strictObject({
  family: v.literal('cnn'),
  data: v.picklist(dataSets),
  /** Of the visible pictures; whoever sees them may know it. */
  dataSeed: seed,
  ...terms,
  limits: v.strictObject({
    kernels: whole(1, MOST_KERNELS),
    /** Of one dense hidden layer; 0: there is none to choose. */
    neurons: whole(0, MOST_NEURONS),
    ...learningLimits,
  }),
  /** Unless it is freed. */
  pooling: v.strictObject({ pool, window }),
  freed: v.strictObject({ pooling: v.boolean(), optimiser: v.boolean(), batch: v.boolean() }),
});
export type Config = v.InferOutput<typeof config>;
export type Settings = Omit<Config, 'dataSeed'>;

/** What the step does not free is left out. */
export const submission = v.strictObject({
  family: v.literal('cnn'),
  /** Without one, dense layers read the pixels themselves. */
  kernels: whole(0, MOST_KERNELS),
  /** Of the dense hidden layer; 0: none. */
  neurons: whole(0, MOST_NEURONS),
  rate,
  epochs,
  pool: v.exactOptional(pool),
  window: v.exactOptional(window),
  optimiser,
  batch: v.exactOptional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
