import * as v from 'valibot';
import { MOST_ENERGY } from '../../training/limits';
import { activations } from '../../training/request';
import { rates } from './rates';

export const MOST_LAYERS = 3;
export const MOST_NEURONS = 8;
export const MOST_EPOCHS = 2_000;

/** Sizes of a mini-batch to choose from, where that is freed. */
export const batches = [1, 5, 10, 25, 50] as const;
export const DEFAULT_BATCH = 10;

export const dataSets = ['circle', 'xor', 'penguins'] as const;
export type DataSet = (typeof dataSets)[number];

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const rate = v.picklist(rates);
const seed = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What the controls let a student choose; [least, most], both included. */
const limits = v.strictObject({
  layers: whole(0, MOST_LAYERS),
  neurons: whole(1, MOST_NEURONS),
  rate: v.pipe(
    v.strictTuple([rate, rate]),
    v.check(([least, most]) => least <= most, 'wrong-order'),
  ),
  epochs: v.pipe(
    v.strictTuple([whole(1, MOST_EPOCHS), whole(1, MOST_EPOCHS)]),
    v.check(([least, most]) => least <= most, 'wrong-order'),
  ),
});

export const config = v.strictObject({
  family: v.literal('mlp'),
  data: v.picklist(dataSets),
  /** Visible points. */
  samples: whole(20, 1_000),
  /** In percent; real data have their own. */
  noise: whole(0, 50),
  /** Of the visible points; whoever sees them may know it. */
  dataSeed: seed,
  /** In samples x epochs x parameters: what is refused above `max`, and is free of charge up to `par`. */
  energy: v.pipe(
    v.strictObject({ max: whole(2, MOST_ENERGY), par: whole(1, MOST_ENERGY) }),
    v.check(({ max, par }) => par < max, 'wrong-order'),
  ),
  /** The accuracies between which the score grows: nothing up to `base`, everything from `top` on. */
  accuracy: v.pipe(
    v.strictObject({ base: share, top: share }),
    v.check(({ base, top }) => base < top, 'wrong-order'),
  ),
  attempts: whole(1, 20),
  limits,
  /** Controls for experts that the teacher frees; without them tanh and mini-batches of 10. */
  freed: v.strictObject({ activation: v.boolean(), batch: v.boolean() }),
});
export type Config = v.InferOutput<typeof config>;
export type Limits = Config['limits'];

/** A network and how to train it. What the step does not free is left out. */
export const submission = v.strictObject({
  /** Neurons of each hidden layer. */
  layers: v.pipe(v.array(whole(1, MOST_NEURONS)), v.maxLength(MOST_LAYERS)),
  rate,
  epochs: whole(1, MOST_EPOCHS),
  activation: v.optional(v.picklist(activations)),
  batch: v.optional(v.picklist(batches)),
});
export type Submission = v.InferOutput<typeof submission>;
