import { CORE } from './core';
import { reference, type Core } from './ensemble';
import { outputOf } from './families';
import type { TrainingRequest, TrainingResult } from './request';
import { ignorance, median } from './score';
import type { Lane } from './trainer';

/** Losses that a result keeps of each run. */
const KEPT = 40;

/**
 * The epochs whose losses a result keeps, evenly spaced: 0 (before the first step) and the last are among them. A
 * run that diverged has fewer losses: those up to its end.
 */
export function keptEpochs(epochs: number): number[] {
  const count = Math.min(KEPT, epochs + 1);
  return Array.from({ length: count }, (_, i) => (i === 0 ? 0 : Math.round((i * epochs) / (count - 1))));
}

interface Ended {
  readonly lane: Lane;
  readonly open: number;
  readonly hidden: number;
}

function ended(request: TrainingRequest, lane: Lane): Ended {
  const { train, open, hidden } = request;
  if (!lane.diverged) return { lane, open: lane.judge(open), hidden: lane.judge(hidden) };
  const output = outputOf(request);
  return { lane, open: ignorance(output, train, open), hidden: ignorance(output, train, hidden) };
}

/** Of the runs that did not diverge, the one nearest to the median in public; the first of equals. */
function typical(runs: readonly Ended[], open: number): readonly number[] {
  const distance = (end: Ended) => Math.abs(end.open - open);
  const sound = runs.filter(({ lane }) => !lane.diverged);
  const nearest = sound.reduce<Ended | undefined>(
    (best, end) => (best === undefined || distance(end) < distance(best) ? end : best),
    undefined,
  );
  return nearest === undefined ? [] : Array.from(nearest.lane.weights);
}

/** Trains a configuration from each of its seeds, and judges it by the median. `core`: what trains it. */
export function train(request: TrainingRequest, core: Core = reference): TrainingResult {
  const { lanes, tick, close } = core(request);
  const losses: number[][] = lanes.map(() => []);
  let epoch = 0;
  for (const next of keptEpochs(request.epochs)) {
    tick(next - epoch);
    epoch = next;
    lanes.forEach(({ diverged, loss }, i) => {
      if (!diverged) losses[i]?.push(loss);
    });
  }
  const runs = lanes.map((lane) => ended(request, lane));
  const open = median(runs.map((end) => end.open));
  const result = {
    core: CORE,
    open,
    hidden: median(runs.map((end) => end.hidden)),
    diverged: runs.filter(({ lane }) => lane.diverged).length,
    losses,
    weights: typical(runs, open),
  };
  close();
  return result;
}
