import * as v from 'valibot';
import { activations } from './activation';
import { fits } from './cnn/shape';
import { initialisers } from './initial';
import * as most from './limits';
import { optimisers } from './optimiser';
import type { TrainingRequest } from './request';

const whole = (least: number, greatest: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(greatest));

const isFinite32 = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(Math.fround(value));

/** Finite as 32-bit floats. Asked number by number in a plain loop: a class's requests hold half a million of them. */
function areFinite(value: unknown): value is readonly number[] {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!isFinite32(value[i])) return false;
  return true;
}

const numbers = v.custom<readonly number[]>(areFinite, 'an array of finite numbers');

const samples = v.pipe(
  v.strictObject({ x: numbers, y: numbers }),
  v.check(({ y }) => y.length > 0 && y.length <= most.MOST_SAMPLES, 'some samples'),
  v.check(({ x, y }) => x.length > 0 && x.length % y.length === 0, 'as many numbers for each sample'),
  v.check(({ x, y }) => x.length / y.length <= most.MOST_INPUTS, 'not more numbers for each sample'),
);

const penalty = v.pipe(
  v.number(),
  v.check((value) => isFinite32(value), 'a 32-bit number'),
  v.minValue(0),
);

/** Above 0 also as a 32-bit float, and not infinite as one. */
const rate = v.pipe(
  v.number(),
  v.check((value) => Math.fround(value) > 0 && Number.isFinite(Math.fround(value)), 'a rate'),
);

const learning = {
  train: samples,
  open: samples,
  hidden: samples,
  read: v.exactOptional(numbers),
  rate,
  batch: whole(1, most.MOST_BATCH),
  epochs: whole(0, most.MOST_EPOCHS),
  optimiser: v.exactOptional(v.picklist(optimisers)),
  l1: v.exactOptional(penalty),
  l2: v.exactOptional(penalty),
  initialiser: v.exactOptional(v.picklist(initialisers)),
  seeds: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(64))),
    v.minLength(1),
    v.maxLength(most.MOST_SEEDS),
  ),
};

const sigmoid = v.strictObject({
  curve: v.literal('sigmoid'),
  loss: v.exactOptional(v.picklist(['cross-entropy', 'squared'])),
});
const number = v.strictObject({ curve: v.literal('linear') });
const output = v.union([
  sigmoid,
  v.strictObject({ curve: v.literal('tanh') }),
  v.strictObject({ curve: v.literal('softmax'), classes: whole(2, most.MOST_CLASSES) }),
  number,
]);

const layers = v.pipe(v.array(whole(1, most.MOST_NEURONS)), v.maxLength(most.MOST_LAYERS));
const activation = v.picklist(activations);

const convolution = v.strictObject({
  kernels: whole(1, most.MOST_KERNELS),
  pool: v.picklist(['max', 'mean']),
  window: v.picklist([1, 2, 'all']),
});

const requests = v.variant('family', [
  v.strictObject({
    ...learning,
    family: v.literal('linear'),
    solve: v.exactOptional(v.literal('descent')),
    output: v.exactOptional(output),
  }),
  v.strictObject({
    ...learning,
    family: v.literal('linear'),
    solve: v.literal('closed'),
    // There is no closed form with it.
    l1: v.exactOptional(v.literal(0)),
    output: v.exactOptional(number),
  }),
  v.strictObject({
    ...learning,
    family: v.literal('mlp'),
    layers,
    activation,
    output: v.exactOptional(output),
  }),
  v.strictObject({
    ...learning,
    family: v.literal('cnn'),
    convolutions: v.pipe(
      v.array(convolution),
      v.minLength(1),
      v.maxLength(2),
      v.check((some) => fits(some)),
    ),
    layers,
    activation,
    output,
  }),
  v.strictObject({
    ...learning,
    family: v.literal('rnn'),
    neurons: whole(1, most.MOST_STATE),
    perStep: whole(1, most.MOST_INPUTS),
    output,
  }),
  v.strictObject({
    ...learning,
    family: v.literal('transformer'),
    vocabulary: v.pipe(v.array(whole(1, most.MOST_INPUTS)), v.minLength(1), v.maxLength(4)),
    width: whole(1, most.MOST_WIDTH),
    heads: v.picklist([1, 2, 3, 4]),
    blocks: v.picklist([1, 2]),
    neurons: whole(1, most.MOST_NEURONS),
    causal: v.boolean(),
    output,
  }),
]);

/** Whether a value has the form of a request, its numbers within the limits; check.ts sees whether its parts fit together. */
export const isRequest = (value: unknown): value is TrainingRequest => v.is(requests, value);
