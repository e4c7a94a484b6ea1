import { CORE } from './core';
import { trainer, type Trainer } from './mlp/trainer';
import type { TrainingRequest, TrainingResult } from './request';
import { balancedAccuracy, median } from './score';

/** Losses that a result keeps of each run. */
const KEPT = 40;

/** What a run that diverged counts as: a coin. */
const COIN = 0.5;

/**
 * The epochs whose losses a result keeps, evenly spaced: 0 (before the first step) and the last are among them. A
 * run that diverged has fewer losses: those up to its end.
 */
export function keptEpochs(epochs: number): number[] {
  const count = Math.min(KEPT, epochs + 1);
  return Array.from({ length: count }, (_, i) => (i === 0 ? 0 : Math.round((i * epochs) / (count - 1))));
}

interface Ended {
  readonly run: Trainer;
  readonly losses: readonly number[];
  readonly open: number;
  readonly hidden: number;
}

function ended(request: TrainingRequest, seedIndex: number): Ended {
  const run = trainer(request, seedIndex);
  const losses: number[] = [];
  for (const epoch of keptEpochs(request.epochs)) {
    run.tick(epoch - run.epoch);
    if (run.diverged) return { run, losses, open: COIN, hidden: COIN };
    losses.push(run.loss);
  }
  const accuracy = (part: 'open' | 'hidden') => balancedAccuracy(request[part], run.decide);
  return { run, losses, open: accuracy('open'), hidden: accuracy('hidden') };
}

/** Of the runs that did not diverge, the one nearest to the median in public; the first of equals. */
function typical(runs: readonly Ended[], open: number): readonly number[] {
  const distance = (end: Ended) => Math.abs(end.open - open);
  const sound = runs.filter(({ run }) => !run.diverged);
  const nearest = sound.reduce<Ended | undefined>(
    (best, end) => (best === undefined || distance(end) < distance(best) ? end : best),
    undefined,
  );
  return nearest === undefined ? [] : Array.from(nearest.run.weights);
}

/** Trains a configuration from each of its seeds, and judges it by the median. */
export function train(request: TrainingRequest): TrainingResult {
  const runs = request.seeds.map((_, seedIndex) => ended(request, seedIndex));
  const open = median(runs.map((end) => end.open));
  return {
    core: CORE,
    open,
    hidden: median(runs.map((end) => end.hidden)),
    diverged: runs.filter(({ run }) => run.diverged).length,
    losses: runs.map(({ losses }) => losses),
    weights: typical(runs, open),
  };
}
