import { rng } from '../../rng';
import { sigmoid } from '../math';
import { epochOf, lossOf, runOf, sumAt, type Recipe } from './run';

/** One network that learns. It knows nothing of timers: whoever shows it says how many epochs go by. */
export interface Trainer {
  /** Trains for so many epochs; once diverged it stays as it is. */
  readonly tick: (epochs: number) => void;
  /** Epochs done; of a diverged run, those up to the one in which it happened. */
  readonly epoch: number;
  /**
   * Mean cross-entropy of the last epoch, in nats, each sample taken just before it was learnt from; before the
   * first epoch, that of the initial weights.
   */
  readonly loss: number;
  /** Whether a loss or a parameter stopped being finite. */
  readonly diverged: boolean;
  /** The live parameters, layer by layer: W row by row, then b. Read only. */
  readonly weights: Float32Array;
  /** What the output neuron says of a point: how likely it is of class 1, from 0 to 1. */
  readonly predict: (x0: number, x1: number) => number;
  /** Whether the output neuron puts a point into class 1: z >= 0, as for every neuron of the slides. */
  readonly decide: (x0: number, x1: number) => boolean;
}

/** The run of the seed at `seedIndex`. */
export function trainer(recipe: Recipe, seedIndex: number): Trainer {
  const seed = recipe.seeds[seedIndex];
  if (seed === undefined) throw new RangeError(`no seed ${seedIndex}`);
  const run = runOf(recipe, seed);
  const random = rng(seed, 'order');
  let epoch = 0;
  let loss = lossOf(run);
  let diverged = false;
  return {
    tick: (epochs) => {
      for (let i = 0; i < epochs && !diverged; i++) {
        loss = epochOf(run, random);
        epoch += 1;
        diverged = !Number.isFinite(loss) || !run.weights.every(Number.isFinite);
      }
    },
    get epoch() {
      return epoch;
    },
    get loss() {
      return loss;
    },
    get diverged() {
      return diverged;
    },
    weights: run.weights,
    predict: (x0, x1) => sigmoid(sumAt(run, x0, x1)),
    decide: (x0, x1) => sumAt(run, x0, x1) >= 0,
  };
}
