import * as v from 'valibot';
import { MOST_ENERGY } from '../../training/limits';
import { optimisers } from '../../training/optimiser';
import { rates } from './rates';

export const MOST_EPOCHS = 2_000;

/** Sizes of a mini-batch to choose from, where that is freed. */
export const batches = [1, 5, 10, 25, 50] as const;
export const DEFAULT_BATCH = 10;

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const rate = v.picklist(rates);
export const epochs = whole(1, MOST_EPOCHS);
/** What a step by the gradient is, where that is freed. */
export const optimiser = v.exactOptional(v.picklist(optimisers));
/** Of convolutions and transformers. */
export const DEFAULT_OPTIMISER = 'adam';
export const seed = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What a race says whatever its family and data: what is paid, what is worth points. */
export const paid = {
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
};

/** The same on data that are there: how much is learnt from. */
export const terms = {
  /** Visible samples. */
  samples: whole(20, 1_000),
  ...paid,
  /** Races of version 1 had four runs, and private birds drawn without regard to their species; others have eight. */
  runs: v.exactOptional(v.literal(4)),
};

/** How far the controls of descent go, whatever descends; [least, most], both included. */
export const learningLimits = {
  rate: v.pipe(
    v.strictTuple([rate, rate]),
    v.check(([least, most]) => least <= most, 'wrong-order'),
  ),
  epochs: v.pipe(
    v.strictTuple([epochs, epochs]),
    v.check(([least, most]) => least <= most, 'wrong-order'),
  ),
};
