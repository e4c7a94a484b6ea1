import { rng, type Rng, type Seed } from '../rng';
import { networkOf, outputOf } from './families';
import { initialWeights } from './initial';
import type { Network } from './network';
import { leastSquares } from './linear/closed';
import { stepOf, type Step } from './optimiser';
import { costOf, type Cost } from './output';
import type { Recipe } from './request';
import { inputsOf } from './samples';

export type { Recipe } from './request';

const f = Math.fround;

/** One network that is trained, its data and their order. Nothing is allocated while it learns. */
export interface Run {
  readonly network: Network;
  readonly weights: Float32Array;
  /** The derivatives by every parameter, summed over the present mini-batch in its order. */
  readonly gradient: Float32Array;
  readonly cost: Cost;
  readonly step: Step;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The samples in the order of the present epoch. */
  readonly order: Uint32Array;
  readonly batch: number;
}

/** Whether the weights are computed in closed form, so that there is nothing to train. */
export const isSolved = (recipe: Recipe): boolean => recipe.family === 'linear' && recipe.solve === 'closed';

/** The weights before the first epoch; those of a closed form are final. */
function firstWeights(recipe: Recipe, network: Network, seed: Seed): Float32Array {
  const { initialiser = network.initialiser, l1 = 0, l2 = 0, train } = recipe;
  if (!isSolved(recipe)) return initialWeights(network, initialiser, rng(seed, 'weights'));
  if (l1 !== 0) throw new RangeError('there is no closed form with l1');
  const { inputs } = network;
  return leastSquares({ x: Float32Array.from(train.x), y: Float32Array.from(train.y), inputs }, f(l2));
}

/** A RangeError if there is no such network for these samples, or no closed form. */
export function runOf(recipe: Recipe, seed: Seed): Run {
  const network = networkOf(recipe, inputsOf(recipe.train));
  const { optimiser = 'sgd', l1 = 0, l2 = 0 } = recipe;
  return {
    network,
    weights: firstWeights(recipe, network, seed),
    gradient: new Float32Array(network.parameterCount),
    cost: costOf(outputOf(recipe)),
    step: stepOf(optimiser, f(recipe.rate), { l1: f(l1), l2: f(l2) }, network),
    x: Float32Array.from(recipe.train.x),
    y: Float32Array.from(recipe.train.y),
    order: Uint32Array.from(recipe.train.y.keys()),
    batch: recipe.batch,
  };
}

/** Takes one sample forwards; returns its cost. */
function costAt({ network, weights, cost, x, y }: Run, sample: number): number {
  network.forward(weights, x, sample * network.inputs);
  return cost(network.z, y[sample] as number, network.deltas);
}

/** Adds the derivatives of one sample's cost to the gradient; returns the cost. */
export function addSampleGradient(run: Run, sample: number): number {
  const cost = costAt(run, sample);
  run.network.backward(run.weights, run.gradient);
  return cost;
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

/** Every sample once, in mini-batches; what is left over is a smaller last one. Returns the mean cost. */
export function epochOf(run: Run, random: Rng): number {
  const { order, batch, gradient } = run;
  shuffle(order, random);
  let loss = 0;
  for (let start = 0; start < order.length; start += batch) {
    const end = Math.min(start + batch, order.length);
    gradient.fill(0);
    for (let i = start; i < end; i++) loss = f(loss + addSampleGradient(run, order[i] as number));
    run.step(run.weights, gradient, end - start);
  }
  return f(loss / order.length);
}

/** The mean cost with the present weights, the samples in their own order. */
export function lossOf(run: Run): number {
  let loss = 0;
  for (let i = 0; i < run.y.length; i++) loss = f(loss + costAt(run, i));
  return f(loss / run.y.length);
}
