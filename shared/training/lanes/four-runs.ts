import type { Seed } from '../../rng';
import { outputOf } from '../families';
import type { Network } from '../network';
import type { Output } from '../output';
import type { Recipe } from '../request';
import type { Samples } from '../samples';
import type { Lane } from '../trainer';
import type { KernelExports } from './kernel';
import type { LayOut } from './layout';
import { LANES, VECTOR } from './memory';
import { EPOCHS_AT_ONCE, prepare } from './prepare';
import { firstLosses, scoresOf, type RunsInKernel } from './evaluate';

/** All four lanes, as bits. */
const ALL = 15;

/** How far one lane has come. */
interface State {
  epoch: number;
  loss: number;
  diverged: boolean;
  /** Its parameters as they were when it diverged: in the kernel they go on changing until all lanes are done. */
  kept: Float32Array | null;
}

/** Up to four runs of one recipe in the lanes of a kernel; with fewer seeds the first one fills the others. */
export class FourRuns {
  readonly lanes: readonly Lane[];
  readonly #runs: RunsInKernel;
  readonly #output: Output;
  readonly #states: readonly State[];
  /** The scores of all lanes as they are now: they are judged together, the first time that one is asked. */
  readonly #judged = new Map<Samples, readonly number[]>();

  constructor(
    kernel: KernelExports,
    network: Network,
    layOut: LayOut,
    recipe: Recipe,
    seeds: readonly Seed[],
  ) {
    const inLanes = Array.from({ length: LANES }, (_, lane) => seeds[lane] ?? (seeds[0] as Seed));
    this.#runs = { kernel, network, prepared: prepare(kernel, network, layOut, recipe, inLanes) };
    this.#output = outputOf(recipe);
    const losses = firstLosses(this.#runs, recipe.train);
    this.#states = seeds.map((_, lane) => this.#begin(losses[lane] as number, lane));
    this.lanes = this.#states.map((state, lane) => this.#laneOf(state, lane));
  }

  tick(epochs: number): void {
    this.#judged.clear();
    const { kernel, prepared } = this.#runs;
    let left = epochs;
    while (left > 0 && this.#states.some(({ diverged }) => !diverged)) {
      const done = kernel.trainEpochs(
        prepared.task,
        Math.min(EPOCHS_AT_ONCE, left),
        prepared.losses,
        this.#ignored(),
      );
      left -= done;
      this.#states.forEach((state, lane) => this.#update(state, lane, done));
    }
  }

  #begin(loss: number, lane: number): State {
    const { network, prepared } = this.#runs;
    const diverged = !Number.isFinite(loss);
    const kept = diverged ? prepared.memory.lane(prepared.weights, network.parameterCount, lane) : null;
    return { epoch: 0, loss, diverged, kept };
  }

  /** The lanes whose results are not looked at, as bits: those that diverged, and those without a seed of their own. */
  #ignored(): number {
    const used = this.#states.reduce((bits, { diverged }, lane) => bits | (diverged ? 0 : 1 << lane), 0);
    return ALL & ~used;
  }

  #update(state: State, lane: number, done: number): void {
    if (state.diverged) return;
    const { network, prepared } = this.#runs;
    const { memory, losses, weights } = prepared;
    state.epoch += done;
    state.loss = memory.lane(losses + (done - 1) * VECTOR, 1, lane)[0] as number;
    const parameters = [weights, network.parameterCount, lane] as const;
    state.diverged = !Number.isFinite(state.loss) || !memory.isFinite(...parameters);
    if (state.diverged) state.kept = memory.lane(...parameters);
  }

  #weightsOf(state: State, lane: number): Float32Array {
    const { network, prepared } = this.#runs;
    return state.kept ?? prepared.memory.lane(prepared.weights, network.parameterCount, lane);
  }

  #judge(samples: Samples, lane: number): number {
    const scores = this.#judged.get(samples) ?? scoresOf(this.#runs, this.#output, samples);
    this.#judged.set(samples, scores);
    return scores[lane] as number;
  }

  #laneOf(state: State, lane: number): Lane {
    const weights = () => this.#weightsOf(state, lane);
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
