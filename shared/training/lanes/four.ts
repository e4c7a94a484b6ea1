import { streamOf, type Seed } from '../../rng';
import { outputOf } from '../families';
import { initialWeights } from '../initial';
import { outputsOf, type Output } from '../output';
import type { Recipe } from '../request';
import type { Network } from '../network';
import type { Samples } from '../samples';
import { judged } from '../score';
import type { Lane } from '../trainer';
import { rng } from '../../rng';
import type { KernelExports } from './kernel';
import type { Layout, LayOut } from './layout';
import { LANES, Memory, VECTOR } from './memory';
import { Program } from './program';
import { addLearning } from './step';

const f = Math.fround;

/** Samples that are judged at once. */
const JUDGED = 64;
/** Epochs between two looks at the losses. */
const SLICE = 64;

const COSTS = { sigmoid: 0, 'squared sigmoid': 1, tanh: 2, softmax: 3, linear: 4 } as const;

function costKind(output: Output): number {
  const squared = output.curve === 'sigmoid' && output.loss === 'squared';
  return COSTS[squared ? 'squared sigmoid' : output.curve];
}

/** A program in the kernel's memory. */
interface Stored {
  readonly at: number;
  readonly end: number;
}

function stored(memory: Memory, { ints }: Program): Stored {
  const at = memory.numbers(ints.length);
  memory.setInts(at, ints);
  return { at, end: at + 4 * ints.length };
}

/** Where one lane is. */
interface State {
  epoch: number;
  loss: number;
  diverged: boolean;
  /** Its parameters as they were when it diverged: the others go on, and it with them, unseen. */
  kept: Float32Array | null;
}

/** Four runs of one recipe in the lanes of a kernel; with fewer seeds the first one fills the others. */
export class Four {
  readonly lanes: readonly Lane[];
  readonly #kernel: KernelExports;
  readonly #memory: Memory;
  readonly #network: Network;
  readonly #recipe: Recipe;
  readonly #output: Output;
  readonly #layout: Layout;
  readonly #weights: number;
  readonly #forward: Stored;
  readonly #looking: Stored;
  readonly #board: number;
  readonly #losses: number;
  readonly #scratch: number;
  readonly #y: number;
  readonly #rowsY: number;
  readonly #states: State[];
  /** Scores of the lanes as they are now: all are judged together, and each asks for its own. */
  readonly #judged = new Map<Samples, readonly number[]>();

  constructor(
    kernel: KernelExports,
    network: Network,
    layOut: LayOut,
    recipe: Recipe,
    seeds: readonly Seed[],
  ) {
    const memory = new Memory(kernel);
    const { train, batch, optimiser = 'sgd', l1 = 0, l2 = 0, initialiser = network.initialiser } = recipe;
    const [samples, { inputs, parameterCount }] = [train.y.length, network];
    const rows = Math.max(JUDGED, Math.min(batch, samples));
    const all = Array.from({ length: LANES }, (_, lane) => seeds[lane] ?? (seeds[0] as Seed));
    this.#kernel = kernel;
    this.#memory = memory;
    this.#network = network;
    this.#recipe = recipe;
    this.#output = outputOf(recipe);
    this.#layout = layOut(memory, rows);
    this.#weights = memory.vectors(parameterCount);
    all.forEach((seed, lane) =>
      memory.setLane(this.#weights, lane, initialWeights(network, initialiser, rng(seed, 'weights'))),
    );
    this.#rowsY = memory.vectors(rows);
    this.#scratch = memory.numbers(rows * Math.max(1, inputs));
    this.#losses = memory.vectors(SLICE);
    const x = memory.numbers(train.x.length);
    memory.setNumbers(x, train.x);
    this.#y = memory.numbers(samples);
    memory.setNumbers(this.#y, train.y);
    const order = memory.vectors(samples);
    memory.setInts(
      order,
      new Int32Array(samples * LANES).map((_, i) => i >> 2),
    );
    const state = memory.vectors(4);
    all.forEach((seed, lane) => {
      const words = new Int32Array(streamOf(seed, 'order'));
      words.forEach((word, i) => memory.setInts(state + i * VECTOR + lane * 4, [word]));
    });
    const forward = new Program();
    this.#layout.addForward(forward, this.#weights);
    const looking = new Program();
    looking.ints.push(...forward.ints);
    this.#addCosts(looking);
    const learning = new Program();
    learning.ints.push(...looking.ints);
    const how = { optimiser, rate: f(recipe.rate), l1: f(l1), l2: f(l2) };
    addLearning(learning, memory, how, network, this.#weights, this.#layout, (aim) =>
      this.#layout.addBackward(learning, this.#weights, aim),
    );
    this.#forward = stored(memory, forward);
    this.#looking = stored(memory, looking);
    const learn = stored(memory, learning);
    this.#board = memory.numbers(13);
    memory.setInts(this.#board, [
      ...[samples, inputs, x, this.#y, order, state, Math.min(batch, samples)],
      ...[this.#layout.x, this.#rowsY, learn.at, learn.end, this.#weights, parameterCount],
    ]);
    const first = this.#firstLosses();
    this.#states = seeds.map((_, lane) => ({
      epoch: 0,
      loss: first[lane] as number,
      diverged: false,
      kept: null,
    }));
    this.lanes = this.#states.map((state, lane) => this.#laneOf(state, lane));
  }

  tick(epochs: number): void {
    this.#judged.clear();
    let left = epochs;
    while (left > 0 && this.#states.some(({ diverged }) => !diverged)) {
      const lost = this.#states.reduce((mask, { diverged }, lane) => mask | (diverged ? 1 << lane : 0), 0);
      const spare = 15 & ~((1 << this.#states.length) - 1);
      const done = this.#kernel.epochs(this.#board, Math.min(SLICE, left), this.#losses, lost | spare);
      left -= done;
      this.#states.forEach((state, lane) => this.#follow(state, lane, done));
    }
  }

  #follow(state: State, lane: number, done: number): void {
    if (state.diverged) return;
    state.epoch += done;
    state.loss = this.#memory.lane(this.#losses + (done - 1) * VECTOR, 1, lane)[0] as number;
    const parameters = [this.#weights, this.#network.parameterCount, lane] as const;
    state.diverged = !Number.isFinite(state.loss) || !this.#memory.isFinite(...parameters);
    if (state.diverged) state.kept = this.#memory.lane(...parameters);
  }

  #addCosts(program: Program): void {
    const outputs = outputsOf(this.#output);
    const { z, deltas } = this.#layout;
    const size = outputs * VECTOR;
    program.add('costs', 1, costKind(this.#output), outputs, z, size, this.#rowsY, deltas, size);
  }

  /** Takes samples through the networks, so many at once as there is room for; the same in all lanes. */
  #through(
    { x }: Pick<Samples, 'x'>,
    count: number,
    program: Stored,
    y: number,
    seen: (from: number, rows: number) => void,
  ): void {
    const { inputs } = this.#network;
    const numbers = Float32Array.from(x);
    for (let from = 0; from < count; from += JUDGED) {
      const rows = Math.min(JUDGED, count - from);
      this.#memory.setNumbers(this.#scratch, numbers.subarray(from * inputs, (from + rows) * inputs));
      this.#kernel.spread(this.#scratch, rows * inputs, this.#layout.x);
      if (y > 0) this.#kernel.spread(y + 4 * from, rows, this.#rowsY);
      this.#kernel.run(program.at, program.end, rows);
      seen(from, rows);
    }
  }

  #firstLosses(): Float32Array {
    const { train } = this.#recipe;
    this.#through(train, train.y.length, this.#looking, this.#y, () => {});
    this.#kernel.takeLoss(this.#losses);
    return this.#memory.floats
      .slice(this.#losses / 4, this.#losses / 4 + LANES)
      .map((sum) => sum / train.y.length);
  }

  /** Each lane's score. */
  #scores(samples: Samples): readonly number[] {
    const outputs = outputsOf(this.#output);
    const sums = this.#states.map(() => new Float32Array(outputs * samples.y.length));
    this.#through(samples, samples.y.length, this.#forward, 0, (from, rows) => {
      const { z } = this.#layout;
      sums.forEach((all, lane) => all.set(this.#memory.lane(z, rows * outputs, lane), from * outputs));
    });
    return sums.map((all) => judged(this.#output, samples, all));
  }

  #judge(samples: Samples, lane: number): number {
    const scores = this.#judged.get(samples) ?? this.#scores(samples);
    this.#judged.set(samples, scores);
    return scores[lane] as number;
  }

  #laneOf(state: State, lane: number): Lane {
    const weights = () => state.kept ?? this.#memory.lane(this.#weights, this.#network.parameterCount, lane);
    return {
      get epoch() {
        return state.epoch;
      },
      get loss() {
        return state.loss;
      },
      get diverged() {
        return state.diverged;
      },
      get weights() {
        return weights();
      },
      judge: (samples) => this.#judge(samples, lane),
    };
  }
}
