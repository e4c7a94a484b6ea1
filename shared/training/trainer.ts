import { rng } from '../rng';
import { outputOf } from './families';
import { decide } from './output';
import { epochOf, isSolved, lossOf, runOf, type Recipe, type Run } from './run';
import type { Samples } from './samples';
import { judged } from './score';
import { sigmoid } from './math';

/** One network as far as it has been trained. */
export interface Lane {
  /** Epochs done; of a diverged run, those up to the one in which it happened; of a closed form always 0. */
  readonly epoch: number;
  /**
   * Mean cost of the last epoch, each sample taken just before it was learnt from, without penalties; before the
   * first epoch, that of the initial weights. In nats, or in half squares of the answers' unit.
   */
  readonly loss: number;
  /** Whether a loss or a parameter stopped being finite. */
  readonly diverged: boolean;
  /** The present parameters, in the order of the family. Read only. */
  readonly weights: Float32Array;
  /** How good it is on some samples: accuracy balanced over the classes, 0..1, or mean squared error. */
  readonly judge: (samples: Samples) => number;
}

/** A lane that is trained by itself. It has no timer: its caller says when, and for how many epochs. */
export interface Trainer extends Lane {
  /** Trains for so many epochs; once diverged it stays as it is, and so does a closed form. */
  readonly tick: (epochs: number) => void;
  /** The output of a network with one sigmoid neuron: how likely the sample is of class 1, from 0 to 1. */
  readonly predict: (...x: readonly number[]) => number;
  /** The class that a sample is put into. */
  readonly decide: (...x: readonly number[]) => number;
}

/** The sums of the last layer for a sample; the array is the network's own and is overwritten by the next sample. */
function sumsAt({ network, weights }: Run, x: Float32Array, at: number): Float32Array {
  network.forward(weights, x, at);
  return network.z;
}

function judge(recipe: Recipe, run: Run, samples: Samples): number {
  const x = Float32Array.from(samples.x);
  const { inputs, z } = run.network;
  const sums = new Float32Array(z.length * samples.y.length);
  for (let i = 0; i < samples.y.length; i++) sums.set(sumsAt(run, x, i * inputs), i * z.length);
  return judged(outputOf(recipe), samples, sums);
}

/** The run of the seed at `seedIndex`, by the readable reference. A RangeError if there is no such seed. */
export function trainer(recipe: Recipe, seedIndex: number): Trainer {
  const seed = recipe.seeds[seedIndex];
  if (seed === undefined) throw new RangeError(`no seed ${seedIndex}`);
  const run = runOf(recipe, seed);
  const random = rng(seed, 'order');
  let epoch = 0;
  let loss = lossOf(run);
  const isFinite = () => Number.isFinite(loss) && run.weights.every(Number.isFinite);
  const solved = isSolved(recipe);
  let diverged = !isFinite();
  return {
    tick: (epochs) => {
      for (let i = 0; i < epochs && !diverged && !solved; i++) {
        loss = epochOf(run, random);
        epoch += 1;
        diverged = !isFinite();
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
    judge: (samples) => judge(recipe, run, samples),
    predict: (...x) => sigmoid(sumsAt(run, Float32Array.from(x), 0)[0] as number),
    decide: (...x) => decide(sumsAt(run, Float32Array.from(x), 0)),
  };
}
