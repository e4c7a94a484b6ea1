import * as v from 'valibot';
import { textSchema } from '../../text-schema';

const itemId = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/));

const item = v.strictObject({
  id: itemId,
  text: textSchema,
  /** What tells its place, such as a year; nobody reads it before the reveal. */
  mark: v.exactOptional(textSchema),
});

/** 3 to 8 items in the right order, and what stands at either end of it. */
export const config = v.pipe(
  v.strictObject({
    items: v.pipe(v.array(item), v.minLength(3), v.maxLength(8)),
    /** "the oldest", "the newest". */
    ends: v.strictObject({ first: textSchema, last: textSchema }),
  }),
  v.check((c) => new Set(c.items.map(({ id }) => id)).size === c.items.length, 'same-id'),
);
export type Config = v.InferOutput<typeof config>;

/** The ids of all items, first to last. */
export const submission = v.strictObject({
  order: v.pipe(v.array(itemId), v.minLength(3), v.maxLength(8)),
});
export type Submission = v.InferOutput<typeof submission>;
