import type { Stage } from '../events';
import { sameStage } from './stage';
import type { SessionState } from '../state';

const stepOf = (stage: Stage): number | null => ('step' in stage ? stage.step : null);

/**
 * Where the class comes from if `to` shows an earlier reveal again, and it is to come back to; null: the lesson simply
 * goes on. Looking at one reveal after the other keeps the place.
 */
export function returnFrom({ stage, steps, returnTo }: SessionState, to: Stage): Stage | null {
  if (to.at !== 'step' && to.at !== 'board') return null;
  const from = returnTo ?? stage;
  const here = stepOf(from);
  const isEarlier = here !== null && to.step < here && steps[to.step]?.phase === 'revealed';
  const isOfAnother = steps[here ?? -1]?.again === to.step;
  return isEarlier && !isOfAnother && !sameStage(from, to) ? from : null;
}
