import * as v from 'valibot';
import { INK } from './ink';

/** The most digits that a step may ask each student for. */
export const MOST_ASKED = 3;

/** Digits drawn by hand. `asks`: how many of each student. */
export const config = v.strictObject({
  asks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ASKED)),
});
export type Config = v.InferOutput<typeof config>;

/**
 * The sheets drawn so far, in the order in which the seat is asked for its digits. It is a fixed number of dots each, so
 * that nobody can hand in more. None only once it was erased, or the teacher has hidden it.
 */
export const submission = v.strictObject({
  ink: v.pipe(v.array(v.pipe(v.string(), v.regex(INK))), v.maxLength(MOST_ASKED)),
});
export type Submission = v.InferOutput<typeof submission>;
