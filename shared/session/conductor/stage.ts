import type { Stage } from '../events';

/** Whether two stages are the same place. */
export function sameStage(a: Stage, b: Stage): boolean {
  const step = (stage: Stage) => ('step' in stage ? stage.step : null);
  return a.at === b.at && step(a) === step(b);
}
