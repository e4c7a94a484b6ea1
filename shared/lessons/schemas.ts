import type { GenericSchema } from 'valibot';
import { activities } from '../activities/registry';
import { textSchema } from '../text-schema';
import { lessonSchema, stepSchema } from './lesson';

/** Everything that lessons are read with, for who publishes it in another notation. */
export const schemas = {
  lesson: lessonSchema,
  step: stepSchema,
  text: textSchema,
  configs: Object.fromEntries(activities.map(({ kind, config }) => [kind, config as GenericSchema])),
};
