import { reference, type Core, type Ensemble } from '#shared/training/ensemble';
import { mapBy, type DrawMap } from '#shared/training/lanes/map';
import { decisionMap } from '#shared/training/map';
import { neuronMaps } from '#shared/training/neuron-map';
import { outputOf } from '#shared/training/families';
import { merit } from '#shared/training/merit';
import { predicted, seen } from '#shared/training/seen';
import { train } from '#shared/training/train';
import type { TrainingRequest } from '#shared/training/request';
import type { Lane } from '#shared/training/trainer';
import { fetchKernel } from './kernel';
import type { Advance, FromPreview, Inside, PreviewTask, ToPreview } from './preview';

/** The run in hand: trained here, away from the thread that draws. */
interface Run {
  readonly id: number;
  readonly task: PreviewTask;
  readonly ensemble: Ensemble;
  readonly lane: Lane;
}

let current: Run | null = null;
/** The reference trains until the kernel has come, and where it does not run; the bits are the same. */
let core: Core = reference;
let draw: DrawMap = decisionMap;

void fetchKernel().then((opened) => {
  if (opened === null) return;
  core = opened.core;
  draw = mapBy(opened.kernel);
});

const say = (message: FromPreview, transfer: Transferable[] = []) => postMessage(message, { transfer });

/** Every neuron's map; the output's, the last one, is the decision map. */
function lookInside(run: Run): Inside & { map: Float32Array } {
  const { picture } = run.task;
  const { weights } = run.lane;
  if (picture.of !== 'plane')
    return { maps: new Float32Array(0), weights: weights.slice(), map: lookAt(run) };
  const { layers, activation, side, extent } = picture;
  const maps = neuronMaps(weights, layers, activation, side, extent);
  return { maps, weights: weights.slice(), map: maps.subarray(-side * side) };
}

function lookAt({ task, lane }: Run): Float32Array {
  const { picture, recipe } = task;
  if (picture.of === 'classes') return seen(recipe, lane.weights, recipe.train, picture.shown);
  if (picture.of === 'series') return predicted(recipe, lane.weights, recipe.train);
  const { layers, activation, side, extent } = picture;
  return draw(lane.weights, layers, activation, side, extent);
}

function report(run: Run, losses: readonly number[], wanted: boolean): void {
  const { epoch, diverged } = run.lane;
  const seen = wanted ? lookInside(run) : null;
  const map = seen?.map ?? lookAt(run);
  const { recipe } = run.task;
  const accuracy = merit(outputOf(recipe), recipe.train, run.lane.judge(recipe.train));
  const inside = seen && { maps: seen.maps, weights: seen.weights };
  // Handed over, not copied: this thread has no more use for the picture.
  say({ type: 'progress', run: run.id, epoch, losses, accuracy, diverged, map, inside }, [map.buffer]);
}

function prepare(id: number, task: PreviewTask, inside: boolean): void {
  current?.ensemble.close();
  const ensemble = core({ ...task.recipe, seeds: task.recipe.seeds.slice(0, 1) });
  const [lane] = ensemble.lanes;
  if (lane === undefined) throw new RangeError('a recipe without a seed');
  current = { id, task, ensemble, lane };
  report(current, [lane.loss], inside);
}

function advance(run: Run, { epoch, ms, inside }: Advance): void {
  const { lane, ensemble } = run;
  const end = performance.now() + ms;
  const losses: number[] = [];
  while (lane.epoch < epoch && !lane.diverged && performance.now() < end) {
    ensemble.tick(1);
    losses.push(lane.loss);
  }
  report(run, losses, inside);
}

function judge(ask: number, request: TrainingRequest): void {
  const { open, hidden, weights } = train(request, core);
  const output = outputOf(request);
  say({
    type: 'judged',
    ask,
    open: merit(output, request.open, open),
    hidden: merit(output, request.hidden, hidden),
    weights,
  });
}

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'prepare') prepare(data.run, data.task, data.inside);
  else if (data.type === 'advance') {
    if (current?.id === data.run) advance(current, data);
  } else {
    judge(data.ask, data.request);
  }
});
