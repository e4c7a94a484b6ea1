import { describe, expect, test } from 'vitest';
import convnetjs from 'convnetjs';
import { rng, shuffled } from '#shared/rng';
import type { CnnDesign, Convolution } from '#shared/training/cnn/design';
import { outputsOf } from '#shared/training/output';
import type { Recipe } from '#shared/training/request';
import { trainer } from '#shared/training/trainer';
import { SEED } from '../../support/session';
import { layersOf, type Layer } from './float64';

const EPOCHS = 30;
/** What 32 bits instead of 64 may change in a parameter after 30 epochs (180 steps). */
const TOLERANCE = 1e-5;
const CLASSES = 3;

const random = rng(SEED, 'pictures');
/** Random grey: of equal largest ones ConvNetJS would choose another. */
const train = {
  x: Array.from({ length: 64 * 60 }, () => Math.fround(random.unit())),
  y: Array.from({ length: 60 }, (_, i) => i % CLASSES),
};

const designOf = (convolutions: readonly Convolution[], layers: readonly number[]): CnnDesign => ({
  family: 'cnn',
  convolutions,
  layers,
  activation: 'tanh',
  output: { curve: 'softmax', classes: CLASSES },
});

/** The sides of the maps after each convolution. */
const sidesOf = (convolutions: readonly Convolution[]) =>
  convolutions.map((_, l) => (l === 0 ? 6 : convolutions[0]?.window === 2 ? 1 : 4));

function netOf({ convolutions, layers }: CnnDesign): convnetjs.Net {
  const net = new convnetjs.Net();
  const sides = sidesOf(convolutions);
  net.makeLayers([
    { type: 'input', out_sx: 8, out_sy: 8, out_depth: 1 },
    ...convolutions.flatMap(({ kernels, window }, l) => {
      const width = window === 'all' ? sides[l] : window;
      return [
        { type: 'conv', sx: 3, filters: kernels, stride: 1, pad: 0, activation: 'relu' },
        ...(window === 1 ? [] : [{ type: 'pool', sx: width, stride: width }]),
      ];
    }),
    ...layers.map((num_neurons) => ({ type: 'fc', num_neurons, activation: 'tanh' })),
    { type: 'softmax', num_classes: CLASSES },
  ]);
  return net;
}

const learning = (net: convnetjs.Net) =>
  net.layers.filter(({ layer_type }) => layer_type === 'conv' || layer_type === 'fc');

/** Numbers that go into a neuron of each layer that learns. */
const inputsOf = (net: convnetjs.Net) =>
  learning(net).map(({ filters }) => (filters[0] as convnetjs.Vol).w.length);

/** Our index of a weight in a kernel's row for theirs: they have the maps innermost. */
const ourPlace = (their: number, maps: number) => 9 * (their % maps) + Math.floor(their / maps);

/** Rows of weights in their order within a neuron. */
function theirRow(row: readonly number[], type: string): number[] {
  const weights = row.slice(0, -1);
  if (type !== 'conv') return weights;
  return weights.map((_, their) => weights[ourPlace(their, weights.length / 9)] as number);
}

/** Every layer that learns as rows of weights with the bias last, from our flat parameters, in their order. */
function rowsOf(net: convnetjs.Net, { convolutions, layers, output }: CnnDesign, flat: readonly number[]) {
  const neurons = [...convolutions.map(({ kernels }) => kernels), ...layers, outputsOf(output)];
  let rest = [...flat];
  return inputsOf(net).map((before, l): Layer => {
    const [rows] = layersOf(rest, [before, neurons[l] as number]) as [Layer];
    rest = rest.slice((neurons[l] as number) * (before + 1));
    const type = learning(net)[l]?.layer_type as string;
    return rows.map((row) => [...theirRow(row, type), row.at(-1) as number]);
  });
}

function start(net: convnetjs.Net, rows: readonly Layer[]): void {
  learning(net).forEach(({ filters, biases }, l) =>
    rows[l]?.forEach((row, i) => {
      filters[i]?.w.set(row.slice(0, -1));
      biases.w.set([row.at(-1) as number], i);
    }),
  );
}

function trained(net: convnetjs.Net, recipe: Recipe): void {
  const options = { learning_rate: recipe.rate, batch_size: recipe.batch, momentum: 0, l2_decay: 0 };
  const sgd = new convnetjs.SGDTrainer(net, options);
  const stream = rng(SEED, 'order');
  let order = train.y.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    order = shuffled(order, stream);
    for (const i of order) {
      const picture = new convnetjs.Vol(8, 8, 1);
      picture.w.set(train.x.slice(64 * i, 64 * i + 64));
      sgd.train(picture, train.y[i] as number);
    }
  }
}

const max = (kernels: number, window: Convolution['window']): Convolution => ({
  kernels,
  pool: 'max',
  window,
});

describe('convolutional networks beside ConvNetJS, from the same weights over the same pictures', () => {
  test.each([
    ['4 kernels, the largest of all', [max(4, 'all')], []],
    ['3 kernels, windows of 2, a hidden layer', [max(3, 2)], [6]],
    ['3 kernels without pooling', [max(3, 1)], []],
    ['two convolutions, 8 -> 6 -> 3 -> 1', [max(3, 2), max(4, 1)], []],
    ['two convolutions, 8 -> 6 -> 4 -> 2, a hidden layer', [max(2, 1), max(3, 2)], [5]],
  ] as const)('%s ends with the same parameters after 30 epochs', (_name, convolutions, layers) => {
    const design = designOf(convolutions, layers);
    const recipe: Recipe = { ...design, train, rate: 0.1, batch: 10, seeds: [SEED] };
    const own = trainer(recipe, 0);
    const net = netOf(design);
    const first = rowsOf(net, design, Array.from(own.weights));
    start(net, first);
    own.tick(EPOCHS);
    trained(net, recipe);
    const [began, ended] = [first.flat(2), rowsOf(net, design, Array.from(own.weights)).flat(2)];
    const theirs = learning(net).flatMap(({ filters, biases }) =>
      filters.flatMap(({ w }, i) => [...w, biases.w[i] as number]),
    );
    expect(theirs).toHaveLength(own.weights.length);
    const apart = theirs.map((w, i) => Math.abs(w - (ended[i] as number)) / (1 + Math.abs(w)));
    expect(Math.max(...apart)).toBeLessThan(TOLERANCE);
    const moved = theirs.map((w, i) => Math.abs(w - (began[i] as number)));
    expect(Math.max(...moved)).toBeGreaterThan(0.1);
  });
});
