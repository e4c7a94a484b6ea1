import { rng, type Rng, type Seed } from '../../rng';
import { sigmoid } from '../math';
import type { TrainingRequest } from '../request';
import { curveOf, type Curve } from './activation';
import { backward, type Workspace } from './backward';
import { forward } from './forward';
import { initialWeights, usualInitialiser } from './initial';
import { crossEntropy } from './loss';
import { INPUTS, shapeOf, type Shape } from './shape';

const f = Math.fround;

/** The part of a request that a run learns from; a phone's preview has no hidden data. */
export type Recipe = Pick<
  TrainingRequest,
  'train' | 'layers' | 'activation' | 'rate' | 'batch' | 'seeds' | 'initialiser'
>;

/** One network, its data and its place in them. Nothing is allocated while it learns. */
export interface Run {
  readonly shape: Shape;
  readonly curve: Curve;
  readonly weights: Float32Array;
  readonly space: Workspace;
  readonly x: Float32Array;
  readonly y: Uint8Array;
  /** The samples in the order of the present epoch. */
  readonly order: Uint32Array;
  readonly rate: number;
  readonly batch: number;
}

export function runOf(recipe: Recipe, seed: Seed): Run {
  const shape = shapeOf(recipe.layers);
  const initialiser = recipe.initialiser ?? usualInitialiser(recipe.activation);
  return {
    shape,
    curve: curveOf(recipe.activation),
    weights: initialWeights(shape, initialiser, rng(seed, 'weights')),
    space: {
      outputs: new Float32Array(shape.unitCount),
      deltas: new Float32Array(shape.unitCount),
      gradient: new Float32Array(shape.parameterCount),
    },
    x: Float32Array.from(recipe.train.x),
    y: Uint8Array.from(recipe.train.y),
    order: Uint32Array.from(recipe.train.y.keys()),
    rate: f(recipe.rate),
    batch: recipe.batch,
  };
}

/** The sum z of the output neuron for one point. */
export function sumAt(run: Run, x0: number, x1: number): number {
  const { outputs } = run.space;
  outputs[0] = x0;
  outputs[1] = x1;
  return forward(run.shape, run.curve, run.weights, outputs);
}

const sumOf = (run: Run, sample: number) =>
  sumAt(run, run.x[sample * INPUTS] as number, run.x[sample * INPUTS + 1] as number);

/** Adds one sample's derivatives to the gradient; returns its loss. */
export function study(run: Run, sample: number): number {
  const z = sumOf(run, sample);
  const y = run.y[sample] as number;
  run.space.deltas[run.shape.unitCount - 1] = f(sigmoid(z) - y);
  backward(run.shape, run.curve, run.weights, run.space);
  return crossEntropy(z, y);
}

/** A step against the mean gradient of `samples` samples: w <- w - (rate / samples) g, the quotient rounded first. */
function step(run: Run, samples: number): void {
  const { weights, space } = run;
  const pace = f(run.rate / samples);
  for (let w = 0; w < weights.length; w++) {
    weights[w] = f((weights[w] as number) - f(pace * (space.gradient[w] as number)));
  }
}

/** Fisher and Yates, in place: each epoch shuffles the order of the one before. */
function shuffle(order: Uint32Array, random: Rng): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
}

/** Every sample once, in mini-batches; what is left over is a smaller last one. Returns the mean loss. */
export function epochOf(run: Run, random: Rng): number {
  const { order, batch, space } = run;
  shuffle(order, random);
  let loss = 0;
  for (let start = 0; start < order.length; start += batch) {
    const end = Math.min(start + batch, order.length);
    space.gradient.fill(0);
    for (let i = start; i < end; i++) loss = f(loss + study(run, order[i] as number));
    step(run, end - start);
  }
  return f(loss / order.length);
}

/** The mean loss of the present weights, the samples in their own order. */
export function lossOf(run: Run): number {
  let loss = 0;
  for (let i = 0; i < run.y.length; i++) loss = f(loss + crossEntropy(sumOf(run, i), run.y[i] as number));
  return f(loss / run.y.length);
}
