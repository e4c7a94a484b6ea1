import * as v from 'valibot';
import { textSchema } from '../../text-schema';

const optionId = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/));

/** While the class picks, bars that grow would pick for it: they are hidden unless the teacher wants them. */
const live = v.boolean();

const options = v.pipe(
  v.strictObject({
    asks: v.literal('options'),
    options: v.pipe(
      v.array(v.strictObject({ id: optionId, text: textSchema })),
      v.minLength(2),
      v.maxLength(8),
    ),
    several: v.boolean(),
    live,
  }),
  v.check((c) => new Set(c.options.map((o) => o.id)).size === c.options.length, 'same-id'),
);

const scale = v.strictObject({
  asks: v.literal('scale'),
  /** What the first and the last of its marks mean. */
  low: textSchema,
  high: textSchema,
  marks: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(8)),
  live,
});

/** What one thinks, of 2 to 8 options, or on a scale from 1 to as many marks. Nothing is right. */
export const config = v.variant('asks', [options, scale]);
export type Config = v.InferOutput<typeof config>;

/** The ids of the picked options; of a scale its one mark, from '1'. */
export const submission = v.strictObject({
  picked: v.pipe(v.array(optionId), v.minLength(1), v.maxLength(8)),
});
export type Submission = v.InferOutput<typeof submission>;
