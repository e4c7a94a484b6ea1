import { decisionMap } from '#shared/training/map';
import { trainer, type Trainer } from '#shared/training/mlp/trainer';
import { neuronMaps } from '#shared/training/neuron-map';
import { balancedAccuracy } from '#shared/training/score';
import { train } from '#shared/training/train';
import type { Advance, FromPreview, Inside, PreviewTask, ToPreview } from './preview';

/** The run in hand: trained here, away from the thread that draws. */
interface Run {
  readonly id: number;
  readonly task: PreviewTask;
  readonly network: Trainer;
}

let current: Run | null = null;

const say = (message: FromPreview, transfer: Transferable[] = []) => postMessage(message, { transfer });

/** Every neuron's map; the output's, the last one, is the decision map. */
function lookInside({ task: { recipe, extent, side }, network }: Run): Inside & { map: Float32Array } {
  const maps = neuronMaps(network.weights, recipe.layers, recipe.activation, side, extent);
  return { maps, weights: network.weights.slice(), map: maps.subarray(-side * side) };
}

function lookAt({ task: { recipe, extent, side }, network }: Run): Float32Array {
  return decisionMap(network.weights, recipe.layers, recipe.activation, side, extent);
}

function report(run: Run, losses: readonly number[], wanted: boolean): void {
  const { epoch, diverged, decide } = run.network;
  const seen = wanted ? lookInside(run) : null;
  const map = seen?.map ?? lookAt(run);
  const accuracy = balancedAccuracy(run.task.recipe.train, decide);
  const inside = seen && { maps: seen.maps, weights: seen.weights };
  // Handed over, not copied: this thread has no more use for the picture.
  say({ type: 'progress', run: run.id, epoch, losses, accuracy, diverged, map, inside }, [map.buffer]);
}

function prepare(id: number, task: PreviewTask, inside: boolean): void {
  current = { id, task, network: trainer(task.recipe, 0) };
  report(current, [current.network.loss], inside);
}

function advance(run: Run, { epoch, ms, inside }: Advance): void {
  const { network } = run;
  const end = performance.now() + ms;
  const losses: number[] = [];
  while (network.epoch < epoch && !network.diverged && performance.now() < end) {
    network.tick(1);
    losses.push(network.loss);
  }
  report(run, losses, inside);
}

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'prepare') prepare(data.run, data.task, data.inside);
  else if (data.type === 'advance') {
    if (current?.id === data.run) advance(current, data);
  } else {
    const { open, hidden, weights } = train(data.request);
    say({ type: 'judged', ask: data.ask, open, hidden, weights });
  }
});
