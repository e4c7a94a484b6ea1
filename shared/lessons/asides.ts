import * as v from 'valibot';
import { textSchema } from '../text-schema';

/** What names a lesson, a step or an option of a prediction. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** What a class is asked before a step opens: what will come out? One tap, no points. */
export const predictionSchema = v.pipe(
  v.strictObject({
    question: textSchema,
    options: v.pipe(v.array(v.strictObject({ id, text: textSchema })), v.minLength(2), v.maxLength(4)),
    /** The option that comes true, told at the reveal; left out where the class itself finds out. */
    came: v.exactOptional(id),
  }),
  v.forward(
    v.check(({ options }) => new Set(options.map((option) => option.id)).size === options.length, 'same-id'),
    ['options'],
  ),
  v.forward(
    v.check(
      ({ options, came }) => came === undefined || options.some((option) => option.id === came),
      'not-there',
    ),
    ['came'],
  ),
);
export type AskedPrediction = v.InferOutput<typeof predictionSchema>;

/** A hint, which costs nothing: the teacher gives it, or it comes `after` so many seconds of answering. */
export const hintSchema = v.strictObject({
  text: textSchema,
  after: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(3_600))),
});

/** A step's hints, in the order in which they are given. */
export const hintsSchema = v.pipe(v.array(hintSchema), v.minLength(1), v.maxLength(4));
