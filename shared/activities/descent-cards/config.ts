import * as v from 'valibot';
import { evenly, multiplierOf } from './fate';
import { fates } from './fates';

/** Where 1 − ηa is 0, 1 or −1, none of the three answers is right. */
const card = v.pipe(
  v.strictObject({
    a: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
    eta: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(300)),
  }),
  v.check((one) => ![0, 100, -100].includes(multiplierOf(one)), 'undecided'),
);

/** 3, 6 or 9 cards; `shuffle`: each student meets them in an order of their own. Always the same answer is worth 0. */
export const config = v.strictObject({
  cards: v.pipe(
    v.array(card),
    v.minLength(3),
    v.maxLength(9),
    v.check((cards) => evenly(cards), 'uneven'),
  ),
  shuffle: v.boolean(),
});
export type Config = v.InferOutput<typeof config>;

const answer = v.strictObject({
  /** Its place in the configuration, whatever the order in which the student met it. */
  card: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
  fate: v.picklist(fates),
});
export type Answer = v.InferOutput<typeof answer>;

/** One answer for each card so far, in the order in which they were met. */
export const submission = v.strictObject({
  answers: v.pipe(v.array(answer), v.minLength(1), v.maxLength(9)),
});
export type Submission = v.InferOutput<typeof submission>;
