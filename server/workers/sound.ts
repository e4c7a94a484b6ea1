import * as v from 'valibot';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';

const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Loose: a result may say more than what is looked at here. */
const schema = v.looseObject({
  core: v.pipe(v.string(), v.nonEmpty()),
  open: share,
  hidden: share,
  diverged: v.pipe(v.number(), v.integer(), v.minValue(0)),
  losses: v.array(v.array(finite)),
  weights: v.array(finite),
});

/** Whether that is a result of `request`: complete, of finite numbers alone, with a run for each of its seeds. */
export function isSound(result: unknown, { seeds }: TrainingRequest): result is TrainingResult {
  if (!v.is(schema, result)) return false;
  return result.losses.length === seeds.length && result.diverged <= seeds.length;
}
