import * as v from 'valibot';

/** A sentence on one's own. `longest`: characters; `shows`: each answer, or a cloud of the words that came often. */
export const config = v.strictObject({
  longest: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(200)),
  shows: v.picklist(['answers', 'cloud']),
});
export type Config = v.InferOutput<typeof config>;

/** As it was typed; cleaned it is shorter. Empty only once it was erased, or the teacher has hidden it. */
export const submission = v.strictObject({ text: v.pipe(v.string(), v.maxLength(2_000)) });
export type Submission = v.InferOutput<typeof submission>;
