import * as v from 'valibot';
import { textSchema } from '../../text-schema';
import { layers, network } from '../pictures/network';
import { told } from '../pictures/told';

/** Beyond this whole numbers are no longer exact. */
export const MOST = 1e15;

const number = v.pipe(v.number(), v.finite(), v.minValue(-MOST), v.maxValue(MOST));

/** An answer that many give, and what they forgot. */
const mistake = v.strictObject({ value: number, why: textSchema });

const values = v.pipe(v.array(number), v.minLength(1), v.maxLength(4));
const amount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST));

/**
 * A neuron with a weight for each of its inputs; `sigma` where what is asked for is σ(z), not z itself. `within` draws it
 * as the first of the first layer of such a network.
 */
const neuron = v.strictObject({
  draws: v.literal('neuron'),
  ...{ w: values, x: values, b: number },
  sigma: v.boolean(),
  within: v.exactOptional(layers),
});

/** How many there are of something: 1024 cards, 34 days. */
const amounts = v.strictObject({
  draws: v.literal('amounts'),
  amounts: v.pipe(v.array(v.strictObject({ count: amount, of: textSchema })), v.minLength(1), v.maxLength(3)),
});

/** What the numbers are about, to be drawn. */
const picture = v.variant('draws', [network, neuron, amounts]);
export type Picture = v.InferOutput<typeof picture>;

/** One set of numbers to reckon with; `given` says them, unless the task itself does. */
const variant = v.strictObject({
  given: v.nullable(textSchema),
  picture: v.nullable(picture),
  answer: number,
  mistakes: v.pipe(v.array(mistake), v.maxLength(6)),
});
export type Variant = v.InferOutput<typeof variant>;

/** A number to find. With several variants each student gets one of them. */
export const config = v.pipe(
  v.strictObject({
    variants: v.pipe(v.array(variant), v.minLength(1), v.maxLength(12)),
    unit: v.nullable(textSchema),
    /** How far from the answer is still right; 0 for exactly it. */
    tolerance: v.pipe(number, v.minValue(0)),
    /** Whether an answer up to five tolerances away is worth something. */
    partial: v.boolean(),
    /** Drawn at the reveal. */
    told: v.exactOptional(told),
  }),
  v.check(
    ({ variants, tolerance }) =>
      variants.every(({ answer, mistakes }) =>
        mistakes.every(({ value }) => Math.abs(value - answer) > tolerance),
      ),
    'mistake-is-right',
  ),
  v.check(
    ({ variants }) => variants.length === 1 || variants.every(({ given }) => given !== null),
    'numbers-missing',
  ),
  v.check(
    ({ variants }) =>
      variants.every(
        ({ picture }) =>
          picture?.draws !== 'neuron' ||
          (picture.w.length === picture.x.length &&
            (picture.within?.[0] ?? picture.x.length) === picture.x.length),
      ),
    'does-not-fit',
  ),
);
export type Config = v.InferOutput<typeof config>;

export const submission = v.strictObject({ value: v.pipe(v.number(), v.finite()) });
export type Submission = v.InferOutput<typeof submission>;
