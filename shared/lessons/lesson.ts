import * as v from 'valibot';
import { activityKinds } from '../activities/registry';
import { textSchema } from '../text';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** What only the teacher reads about a step. */
const noteSchema = v.strictObject({
  say: textSchema,
  ask: textSchema,
  watchFor: textSchema,
  ifShort: textSchema,
  answer: textSchema,
});

export const stepSchema = v.strictObject({
  id,
  kind: v.picklist(activityKinds),
  /** Of the kind that the configuration was written for; without it the first one. */
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Parsed by the activity of `kind`. */
  config: v.unknown(),
  title: textSchema,
  /** One sentence: what to do. */
  task: textSchema,
  /** One sentence of theory, shown before. */
  theory: textSchema,
  /** Why the right answer is right, shown after. */
  explanation: textSchema,
  /** The mistake that many make, shown after. */
  mistake: textSchema,
  note: noteSchema,
  points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000)),
  /** Seconds to answer once the task is read; null: until the teacher closes. */
  seconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(3_600))),
  /** `speed` takes up to half of the points away from slow answers; `accuracy` never does. */
  timing: v.picklist(['accuracy', 'speed']),
});
export type Step = v.InferOutput<typeof stepSchema>;

export const lessonSchema = v.strictObject({
  id,
  title: textSchema,
  about: textSchema,
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(100)),
});
export type Lesson = v.InferOutput<typeof lessonSchema>;
