import * as v from 'valibot';
import { textSchema } from '../text-schema';
import { LEAST_SPAN } from './ends';

/** Larger numbers than these have lost their last digits on the way through a file. */
export const LARGEST_NUMBER = 1e12;

const number = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-LARGEST_NUMBER, 'too-small'),
  v.maxValue(LARGEST_NUMBER, 'too-large'),
);

/** A column of numbers as a picture shows it: what was measured, in which unit, and from where to where. */
export const axis = v.pipe(
  v.strictObject({ name: textSchema, unit: v.exactOptional(textSchema), from: number, to: number }),
  v.forward(
    v.check(({ from, to }) => to - from > LEAST_SPAN, 'wrong-order'),
    ['to'],
  ),
);
export type Axis = Readonly<v.InferOutput<typeof axis>>;

/** The whole numbers between which a kind draws an axis. */
export type Ends = readonly [low: number, high: number];

/** Where a value lies on the kind's own axis, in parts of a unit: a power of two, so that products of places are exact. */
export const placeOf = ({ from, to }: Axis, value: number, [low, high]: Ends, parts: number): number =>
  low + Math.round(((value - from) / (to - from)) * (high - low) * parts) / parts;

/** The value at a place of the kind's own axis. */
export const valueAt = ({ from, to }: Axis, place: number, [low, high]: Ends): number =>
  from + ((place - low) / (high - low)) * (to - from);

/** How many of the column's units one of the kind's own is worth. */
export const unitOf = ({ from, to }: Axis, [low, high]: Ends): number => (to - from) / (high - low);

/** Decimals that tell apart values which are `least` from one another; at most nine. */
export function decimalsFor(least: number): number {
  let [digits, step] = [0, least];
  while (step < 0.9 && digits < 9) [digits, step] = [digits + 1, step * 10];
  return digits;
}

/** The same for values which lie a hundredth of the axis from one another. */
export const decimalsOf = ({ from, to }: Axis): number => decimalsFor((to - from) / 100);
