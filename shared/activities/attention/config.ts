import * as v from 'valibot';

/** A query is no longer than this, in tenths. */
export const LONGEST = 40;
/** Directions differ from seat to seat in so many ways. */
export const TURNS = 8;

/**
 * `pronouns`: three queries of one head, for her, him and them. `roles`: two heads that read one sentence, one query each.
 * `turn`: how the plane lies, the same for everybody; without it each has their own.
 */
export const config = v.strictObject({
  asks: v.picklist(['pronouns', 'roles']),
  turn: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(TURNS - 1))),
});
export type Config = v.InferOutput<typeof config>;
export type Asks = Config['asks'];

const tenths = v.pipe(v.number(), v.integer());

/** A query or a key: two numbers. */
const query = v.strictTuple([tenths, tenths]);
export type Vector = readonly [x: number, y: number];

/** As the seat's own plane has them, in tenths: her, him, them; or the two heads. */
export const submission = v.strictObject({ queries: v.pipe(v.array(query), v.minLength(2), v.maxLength(3)) });
export type Submission = v.InferOutput<typeof submission>;

/** How many queries are asked for. */
export const countOf = (asks: Asks): number => (asks === 'pronouns' ? 3 : 2);

/** The squared length, a whole number of hundredths. */
export const squareOf = ([x, y]: Vector): number => x * x + y * y;

/** Whether a query lies in the disc. */
export const inDisc = (vector: Vector): boolean => squareOf(vector) <= LONGEST * LONGEST;
