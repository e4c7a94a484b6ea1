import { rng, streamOf, type Seed } from '../../rng';
import { outputOf } from '../families';
import { initialWeights } from '../initial';
import type { Network } from '../network';
import { outputsOf, type Output } from '../output';
import type { Recipe } from '../request';
import type { KernelExports } from './kernel';
import type { Layout, LayOut } from './layout';
import { LANES, Memory, VECTOR, type Stored } from './memory';
import { Program } from './program';
import { addLearning } from './step';

const f = Math.fround;

/** Samples that go forwards at once where nothing is learnt: for the first loss and for scores. */
export const AT_ONCE = 64;
/** The most epochs in one call of the kernel. */
export const EPOCHS_AT_ONCE = 64;

/** Four runs of a recipe in a kernel's memory: the addresses of their numbers and of their programs. */
export interface Prepared {
  readonly memory: Memory;
  readonly layout: Layout;
  readonly weights: number;
  /** The program from samples to the sums of the last layer. */
  readonly forward: Stored;
  /** The same, and then the costs, which are added up. */
  readonly costs: Stored;
  /** The address of what `trainEpochs` of kernel/epochs.ts reads. */
  readonly task: number;
  /** Room for the losses of `EPOCHS_AT_ONCE` epochs. */
  readonly losses: number;
  /** Room for the numbers of `AT_ONCE` samples. */
  readonly scratch: number;
  /** The right answers, as single numbers. */
  readonly y: number;
  /** Where a program reads the right answers of its rows, as vectors. */
  readonly rowsY: number;
}

/** The numbers of the costs, those of kernel/cost.ts. */
const COSTS = { sigmoid: 0, 'squared sigmoid': 1, tanh: 2, softmax: 3, linear: 4 } as const;

function costKind(output: Output): number {
  const squared = output.curve === 'sigmoid' && output.loss === 'squared';
  return COSTS[squared ? 'squared sigmoid' : output.curve];
}

function addCosts(program: Program, output: Output, { z, deltas }: Layout, rowsY: number): void {
  const outputs = outputsOf(output);
  const size = outputs * VECTOR;
  program.add('costs', 1, costKind(output), outputs, z, size, rowsY, deltas, size);
}

/** The order of the samples in each lane, at first 0, 1, 2 ..., and the random streams that will shuffle it. */
function storeOrder(memory: Memory, samples: number, seeds: readonly Seed[]) {
  const order = memory.vectors(samples);
  memory.setInts(
    order,
    new Int32Array(samples * LANES).map((_, i) => Math.floor(i / LANES)),
  );
  const streams = memory.vectors(4);
  seeds.forEach((seed, lane) =>
    new Int32Array(streamOf(seed, 'order')).forEach((word, i) =>
      memory.setInts(streams + i * VECTOR + lane * 4, [word]),
    ),
  );
  return { order, streams };
}

function storeWeights(memory: Memory, network: Network, recipe: Recipe, seeds: readonly Seed[]): number {
  const weights = memory.vectors(network.parameterCount);
  const { initialiser = network.initialiser } = recipe;
  seeds.forEach((seed, lane) =>
    memory.setLane(weights, lane, initialWeights(network, initialiser, rng(seed, 'weights'))),
  );
  return weights;
}

function storeNumbers(memory: Memory, numbers: readonly number[]): number {
  const at = memory.numbers(numbers.length);
  memory.setNumbers(at, numbers);
  return at;
}

/** Writes four runs into the memory of a kernel, ready to be trained; `seeds`: one for each lane. */
export function prepare(
  kernel: KernelExports,
  network: Network,
  layOut: LayOut,
  recipe: Recipe,
  seeds: readonly Seed[],
): Prepared {
  const memory = new Memory(kernel);
  const { train, batch, optimiser = 'sgd', l1 = 0, l2 = 0 } = recipe;
  const { inputs, parameterCount } = network;
  const samples = train.y.length;
  const rows = Math.max(AT_ONCE, Math.min(batch, samples));
  const layout = layOut(memory, rows);
  const weights = storeWeights(memory, network, recipe, seeds);
  const rowsY = memory.vectors(rows);
  const [x, y] = [storeNumbers(memory, train.x), storeNumbers(memory, train.y)];
  const { order, streams } = storeOrder(memory, samples, seeds);

  const forward = new Program();
  layout.addForward(forward, weights);
  const costs = new Program(forward.ints);
  addCosts(costs, outputOf(recipe), layout, rowsY);
  const learning = new Program(costs.ints);
  const how = { optimiser, rate: f(recipe.rate), l1: f(l1), l2: f(l2) };
  addLearning(learning, memory, how, network, weights, layout, (target) =>
    layout.addBackward(learning, weights, target),
  );
  const learn = memory.store(learning.ints);
  // In the order in which kernel/epochs.ts reads them.
  const task = memory.numbers(13);
  memory.setInts(task, [
    ...[samples, inputs, x, y, order, streams, Math.min(batch, samples)],
    ...[layout.x, rowsY, learn.at, learn.end, weights, parameterCount],
  ]);
  return {
    ...{ memory, layout, weights, task, y, rowsY },
    forward: memory.store(forward.ints),
    costs: memory.store(costs.ints),
    losses: memory.vectors(EPOCHS_AT_ONCE),
    scratch: memory.numbers(AT_ONCE * inputs),
  };
}
