import { CORE } from './core';
import { reference, type Core } from './ensemble';
import { networkOf, outputOf } from './families';
import { decide } from './output';
import type { TrainingRequest, TrainingResult } from './request';
import { baselineScore, median } from './score';
import { inputsOf, type Samples } from './samples';
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

/** In ever larger steps, since most is learnt first. */
const WAY = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500];

/** The epochs on the way after which runs are judged in public: those before the last, which says `open` itself. */
export const judgedEpochs = (epochs: number): number[] => WAY.filter((epoch) => epoch < epochs);

interface JudgedRun {
  readonly lane: Lane;
  /** Whether it is one to be shown: it did not diverge, nor do its answers to what it is judged by. */
  readonly isFinite: boolean;
  readonly open: number;
  readonly hidden: number;
}

function judgeRun(request: TrainingRequest, lane: Lane): JudgedRun {
  const { train, open, hidden } = request;
  if (!lane.diverged) {
    const scores = { open: lane.judge(open), hidden: lane.judge(hidden) };
    // Weights may be finite, and so large that sums of them are not.
    if (Number.isFinite(scores.open) && Number.isFinite(scores.hidden))
      return { lane, isFinite: true, ...scores };
  }
  const output = outputOf(request);
  const baseline = (part: Samples) => baselineScore(output, train, part);
  return { lane, isFinite: false, open: baseline(open), hidden: baseline(hidden) };
}

/** How good a run is in public so far. */
function openOf(request: TrainingRequest, lane: Lane): number {
  const score = lane.diverged ? NaN : lane.judge(request.open);
  return Number.isFinite(score) ? score : baselineScore(outputOf(request), request.train, request.open);
}

/** Of the runs that can be shown, the one nearest to the median in public; the first of equals. */
function typical(runs: readonly JudgedRun[], open: number): readonly number[] {
  const distance = (end: JudgedRun) => Math.abs(end.open - open);
  const nearest = runs
    .filter(({ isFinite }) => isFinite)
    .reduce<JudgedRun | undefined>(
      (best, end) => (best === undefined || distance(end) < distance(best) ? end : best),
      undefined,
    );
  return nearest === undefined ? [] : Array.from(nearest.lane.weights);
}

/** The classes that a network puts samples into; none where there is no network, since all runs diverged. */
function readBy(request: TrainingRequest, weights: readonly number[]): number[] {
  const { read = [], train } = request;
  const inputs = inputsOf(train);
  if (weights.length === 0) return [];
  const network = networkOf(request, inputs);
  const [parameters, x] = [Float32Array.from(weights), Float32Array.from(read)];
  return Array.from({ length: read.length / inputs }, (_, sample) => {
    network.forward(parameters, x, sample * inputs);
    return decide(network.z);
  });
}

/** Trains a configuration from each of its seeds, and judges it by the median. `core`: what trains it. */
export function train(request: TrainingRequest, core: Core = reference): TrainingResult {
  const { lanes, tick, close } = core(request);
  const losses: number[][] = lanes.map(() => []);
  const way: [number, number][] = [];
  const [kept, judged] = [new Set(keptEpochs(request.epochs)), new Set(judgedEpochs(request.epochs))];
  let epoch = 0;
  for (const next of [...new Set([...kept, ...judged])].sort((a, b) => a - b)) {
    tick(next - epoch);
    epoch = next;
    if (kept.has(next))
      lanes.forEach(({ diverged, loss }, i) => {
        if (!diverged) losses[i]?.push(loss);
      });
    if (judged.has(next)) way.push([next, median(lanes.map((lane) => openOf(request, lane)))]);
  }
  const runs = lanes.map((lane) => judgeRun(request, lane));
  const open = median(runs.map((end) => end.open));
  const weights = typical(runs, open);
  const result = {
    core: CORE,
    open,
    hidden: median(runs.map((end) => end.hidden)),
    diverged: runs.filter(({ isFinite }) => !isFinite).length,
    losses,
    openCurve: [...way, [request.epochs, open] as const],
    weights,
    ...(request.read && { read: readBy(request, weights) }),
  };
  close();
  return result;
}
