import * as v from 'valibot';
import { activityKinds } from '../activities/registry';
import { MOST_LANGUAGES } from '../text';
import { language, optionalTextSchema, textSchema } from '../text-schema';
import { hintsSchema, id, predictionSchema } from './asides';
import { MOST_STEPS } from './bounds';
import { LESSON_VERSION } from './upgrade';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What names a lesson or a step, finished or not. */
export const identity = { version: v.literal(LESSON_VERSION), id, kind: v.picklist(activityKinds) };

/** A version of a kind. */
export const kindVersion = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));

/** Numbers and switches of a step, which are right or not, finished or not. */
export const rules = {
  points: whole(0, 2_000),
  /** Seconds to answer once the task is read; null: until the teacher closes. Of what is only shown: how long it lasts, or null. */
  seconds: v.nullable(whole(5, 3_600)),
  /** `speed` takes up to half of the points away from slow answers; `accuracy` never does. */
  timing: v.picklist(['accuracy', 'speed']),
  /** Whether the board follows the reveal; without it, it does where answers are graded. */
  board: v.exactOptional(v.boolean()),
};

export { MOST_STEPS };

/** What a lesson says of itself for a shelf, right or not, finished or not. */
export const shelf = {
  /** The languages that it is being written in; without it, those that its texts are in. */
  languages: v.exactOptional(v.pipe(v.array(language), v.minLength(1), v.maxLength(MOST_LANGUAGES))),
  /** What its teacher files it under. */
  tags: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(40))), v.minLength(1), v.maxLength(20)),
  ),
};

/** What only the teacher reads about a step. */
export const noteParts = ['say', 'ask', 'watchFor', 'ifShort', 'answer'] as const;

/** A note, each part of which may be left out. */
export const noteOf = <Written extends v.GenericSchema>(written: Written) =>
  v.strictObject(v.entriesFromList(noteParts, v.exactOptional(written)));

export const stepSchema = v.strictObject({
  id,
  kind: identity.kind,
  /** Of the kind that the configuration was written for; without it the first one. */
  version: kindVersion,
  title: textSchema,
  /** One sentence: what to do. */
  task: textSchema,
  /** One sentence of theory, shown before. */
  theory: optionalTextSchema,
  /** Parsed by the activity of `kind`. */
  config: v.unknown(),
  /** Why the right answer is right, shown after. */
  explanation: optionalTextSchema,
  /** The mistake that many make, shown after. */
  mistake: optionalTextSchema,
  note: v.exactOptional(noteOf(textSchema)),
  prediction: v.exactOptional(predictionSchema),
  hints: v.exactOptional(hintsSchema),
  ...rules,
});
export type Step = v.InferOutput<typeof stepSchema>;

/** The steps, by their ids, of a short path through the lesson; without it there is none. */
export const shortPath = v.exactOptional(v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_STEPS)));

/** A lesson that can be played. */
export const lessonSchema = v.strictObject({
  version: identity.version,
  id,
  title: textSchema,
  about: optionalTextSchema,
  ...shelf,
  short: shortPath,
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(MOST_STEPS)),
});
export type Lesson = v.InferOutput<typeof lessonSchema>;
