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

/** Samples that go through at once when nothing is learnt. */
export const AT_ONCE = 64;
/** Epochs between two looks at the losses. */
export const SLICE = 64;

/** Four runs of a recipe in a kernel's memory: where everything stands, and what can be carried out there. */
export interface Placed {
  readonly memory: Memory;
  readonly layout: Layout;
  readonly weights: number;
  /** From the samples to the last sums; and to the sum of their costs. */
  readonly forward: Stored;
  readonly looking: Stored;
  /** What `epochs` of kernel/epochs.ts reads. */
  readonly board: number;
  /** Room for the losses of `SLICE` epochs. */
  readonly losses: number;
  /** Room for the numbers of `AT_ONCE` samples. */
  readonly scratch: number;
  /** The right answers, as single numbers, and the rows that a program reads them from. */
  readonly y: number;
  readonly rowsY: number;
}

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

/** The samples' order in each lane, at first their own, and the streams that will shuffle it. */
function placeOrder(memory: Memory, samples: number, seeds: readonly Seed[]) {
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

function placeWeights(memory: Memory, network: Network, recipe: Recipe, seeds: readonly Seed[]): number {
  const weights = memory.vectors(network.parameterCount);
  const { initialiser = network.initialiser } = recipe;
  seeds.forEach((seed, lane) =>
    memory.setLane(weights, lane, initialWeights(network, initialiser, rng(seed, 'weights'))),
  );
  return weights;
}

function placeNumbers(memory: Memory, numbers: readonly number[]): number {
  const at = memory.numbers(numbers.length);
  memory.setNumbers(at, numbers);
  return at;
}

/** Writes four runs into the memory of a kernel; `seeds`: one for each lane. */
export function place(
  kernel: KernelExports,
  network: Network,
  layOut: LayOut,
  recipe: Recipe,
  seeds: readonly Seed[],
): Placed {
  const memory = new Memory(kernel);
  const { train, batch, optimiser = 'sgd', l1 = 0, l2 = 0 } = recipe;
  const { inputs, parameterCount } = network;
  const samples = train.y.length;
  const rows = Math.max(AT_ONCE, Math.min(batch, samples));
  const layout = layOut(memory, rows);
  const weights = placeWeights(memory, network, recipe, seeds);
  const rowsY = memory.vectors(rows);
  const [x, y] = [placeNumbers(memory, train.x), placeNumbers(memory, train.y)];
  const { order, streams } = placeOrder(memory, samples, seeds);

  const forward = new Program();
  layout.addForward(forward, weights);
  const looking = new Program(forward.ints);
  addCosts(looking, outputOf(recipe), layout, rowsY);
  const learning = new Program(looking.ints);
  const how = { optimiser, rate: f(recipe.rate), l1: f(l1), l2: f(l2) };
  addLearning(learning, memory, how, network, weights, layout, (aim) =>
    layout.addBackward(learning, weights, aim),
  );
  const learn = memory.store(learning.ints);
  const board = memory.numbers(13);
  memory.setInts(board, [
    ...[samples, inputs, x, y, order, streams, Math.min(batch, samples)],
    ...[layout.x, rowsY, learn.at, learn.end, weights, parameterCount],
  ]);
  return {
    ...{ memory, layout, weights, board, y, rowsY },
    forward: memory.store(forward.ints),
    looking: memory.store(looking.ints),
    losses: memory.vectors(SLICE),
    scratch: memory.numbers(AT_ONCE * inputs),
  };
}
