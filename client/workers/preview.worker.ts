import { decisionMap } from '#shared/training/map';
import { trainer, type Trainer } from '#shared/training/trainer';
import { train } from '#shared/training/train';
import type { FromPreview, PreviewTask, ToPreview } from './preview';

/** The run in hand: trained here, away from the thread that draws. */
interface Run {
  readonly id: number;
  readonly task: PreviewTask;
  readonly network: Trainer;
}

let current: Run | null = null;

const say = (message: FromPreview, transfer: Transferable[] = []) => postMessage(message, { transfer });

function report({ id, task, network }: Run, losses: readonly number[]): void {
  const { recipe, extent, side } = task;
  const { epoch, diverged } = network;
  const map = decisionMap(network.weights, recipe.layers, recipe.activation, side, extent);
  const accuracy = network.judge(recipe.train);
  say({ type: 'progress', run: id, epoch, losses, accuracy, diverged, map }, [map.buffer]);
}

function prepare(id: number, task: PreviewTask): void {
  current = { id, task, network: trainer(task.recipe, 0) };
  report(current, [current.network.loss]);
}

function advance(run: Run, epoch: number, ms: number): void {
  const { network } = run;
  const end = performance.now() + ms;
  const losses: number[] = [];
  while (network.epoch < epoch && !network.diverged && performance.now() < end) {
    network.tick(1);
    losses.push(network.loss);
  }
  report(run, losses);
}

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'prepare') prepare(data.run, data.task);
  else if (data.type === 'advance') {
    if (current?.id === data.run) advance(current, data.epoch, data.ms);
  } else {
    const { open, hidden, weights } = train(data.request);
    say({ type: 'judged', ask: data.ask, open, hidden, weights });
  }
});
