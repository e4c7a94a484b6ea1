import * as v from 'valibot';
import { draftTextSchema } from '../text-schema';
import { identity, kindVersion, MOST_STEPS, noteOf, rules, shelf, shortPath } from './lesson';

const written = v.exactOptional(draftTextSchema);

export const draftStepSchema = v.strictObject({
  id: identity.id,
  kind: identity.kind,
  version: kindVersion,
  title: written,
  task: written,
  theory: written,
  /** As far as it has been written; its activity does not look at it yet. */
  config: v.exactOptional(v.unknown()),
  explanation: written,
  mistake: written,
  note: v.exactOptional(noteOf(draftTextSchema)),
  prediction: v.exactOptional(v.unknown()),
  hints: v.exactOptional(v.unknown()),
  points: v.exactOptional(rules.points),
  seconds: v.exactOptional(rules.seconds),
  timing: v.exactOptional(rules.timing),
  board: rules.board,
});

/** A lesson that is still being written: steps without a configuration, empty texts, no step at all. */
export const draftSchema = v.strictObject({
  version: identity.version,
  id: identity.id,
  title: written,
  about: written,
  ...shelf,
  short: shortPath,
  steps: v.pipe(v.array(draftStepSchema), v.maxLength(MOST_STEPS)),
});
export type Draft = v.InferOutput<typeof draftSchema>;
