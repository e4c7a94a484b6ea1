import { describe, expect, test } from 'vitest';
import convnetjs from 'convnetjs';
import { rng, shuffled } from '#shared/rng';
import type { Activation } from '#shared/training/request';
import { trainer } from '#shared/training/trainer';
import type { MlpDesign } from '#shared/training/mlp/design';
import type { Learning } from '#shared/training/request';
import { visiblePoints } from '#shared/training/sets/splits';
import { SEED } from '../../support/session';
import { layersOf } from './float64';

const EPOCHS = 100;
/** What 32 bits instead of 64 may change in a parameter after 100 epochs (2,500 steps). */
const TOLERANCE = 1e-5;

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

type Recipe = Learning & MlpDesign;

const recipeOf = (layers: readonly number[], activation: Activation): Recipe => ({
  family: 'mlp',
  train: visiblePoints('circle', 250, 10, SEED),
  layers,
  activation,
  rate: 0.03,
  batch: 10,
  seeds: [SEED],
});

/** The same network in ConvNetJS, 64 bits, with the given parameters. */
function netOf({ layers, activation }: Recipe, parameters: ArrayLike<number>): convnetjs.Net {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
    ...layers.map((num_neurons) => ({ type: 'fc', num_neurons, activation })),
    { type: 'regression', num_neurons: 1 },
  ]);
  const dense = net.layers.filter(({ layer_type }) => layer_type === 'fc');
  layersOf(parameters, [2, ...layers, 1]).forEach((rows, l) =>
    rows.forEach((row, i) => {
      dense[l]?.filters[i]?.w.set(row.slice(0, -1));
      dense[l]?.biases.w.set([row.at(-1) as number], i);
    }),
  );
  return net;
}

const parametersIn = (net: convnetjs.Net) =>
  net.layers
    .filter(({ layer_type }) => layer_type === 'fc')
    .flatMap(({ filters, biases }) => [...filters.flatMap(({ w }) => [...w]), ...biases.w]);

/** Trains it on the same samples in the same order. */
function trained(recipe: Recipe, parameters: ArrayLike<number>): convnetjs.Net {
  const net = netOf(recipe, parameters);
  const options = { learning_rate: recipe.rate, batch_size: recipe.batch, momentum: 0, l2_decay: 0 };
  const sgd = new convnetjs.SGDTrainer(net, options);
  const random = rng(SEED, 'order');
  let order = recipe.train.y.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    order = shuffled(order, random);
    for (const i of order) {
      const point = new convnetjs.Vol(recipe.train.x.slice(2 * i, 2 * i + 2).map(Math.fround));
      const z = net.forward(point).w[0] as number;
      // Its regression layer passes z - target back: with this target that is the error of cross-entropy, p - y*.
      sgd.train(point, [z - (logistic(z) - (recipe.train.y[i] as number))]);
    }
  }
  return net;
}

describe('beside ConvNetJS, from the same weights over the same samples', () => {
  test.each([
    ['a perceptron', [], 'tanh'],
    ['2-4-1 tanh', [4], 'tanh'],
    ['2-8-8-1 tanh', [8, 8], 'tanh'],
    ['2-8-8-1 relu', [8, 8], 'relu'],
    ['2-6-1 sigmoid', [6], 'sigmoid'],
  ] as const)('%s ends with the same parameters after 100 epochs', (_name, layers, activation) => {
    const recipe = recipeOf(layers, activation);
    const own = trainer(recipe, 0);
    const start = Array.from(own.weights);
    own.tick(EPOCHS);
    const theirs = parametersIn(trained(recipe, start));
    expect(theirs).toHaveLength(own.weights.length);
    const apart = theirs.map((w, i) => Math.abs(w - (own.weights[i] as number)) / (1 + Math.abs(w)));
    expect(Math.max(...apart)).toBeLessThan(TOLERANCE);
    const moved = theirs.map((w, i) => Math.abs(w - (start[i] as number)));
    expect(Math.max(...moved)).toBeGreaterThan(0.3);
  });
});
