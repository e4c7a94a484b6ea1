import { CORE } from './core';
import { reference, type Core } from './ensemble';
import { outputOf } from './families';
import type { TrainingRequest, TrainingResult } from './request';
import { ignorance, median } from './score';
import type { Samples } from './samples';
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
  /** Whether it is one to be shown: it did not diverge, nor do its answers to what it is judged by. */
  readonly sound: boolean;
  readonly open: number;
  readonly hidden: number;
}

function ended(request: TrainingRequest, lane: Lane): Ended {
  const { train, open, hidden } = request;
  if (!lane.diverged) {
    const said = { open: lane.judge(open), hidden: lane.judge(hidden) };
    // Weights may be finite, and so large that sums of them are not.
    if (Number.isFinite(said.open) && Number.isFinite(said.hidden)) return { lane, sound: true, ...said };
  }
  const output = outputOf(request);
  const nothing = (part: Samples) => ignorance(output, train, part);
  return { lane, sound: false, open: nothing(open), hidden: nothing(hidden) };
}

/** Of the runs that can be shown, the one nearest to the median in public; the first of equals. */
function typical(runs: readonly Ended[], open: number): readonly number[] {
  const distance = (end: Ended) => Math.abs(end.open - open);
  const nearest = runs
    .filter(({ sound }) => sound)
    .reduce<Ended | undefined>(
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
    diverged: runs.filter(({ sound }) => !sound).length,
    losses,
    weights: typical(runs, open),
  };
  close();
  return result;
}
