import type * as ConvNetJs from 'convnetjs';
import { rng, shuffled } from '#shared/rng';
import { SIDE } from '#shared/training/cnn/design';
import { outputsOf } from '#shared/training/output';
import { cpuOf, type Contestant, type Ready } from './contestant';
import { loadPackage, NOT_INSTALLED } from './packages';
import { hiddenLayers, seeds, type Dense } from './dense';
import type { Cnn } from './families';

type ConvNet = typeof ConvNetJs;

/** Its cheapest output: a linear neuron with squared error. Weights are its own. */
function netOf({ Net }: ConvNet, workload: Dense) {
  const net = new Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: workload.sizes[0] },
    ...hiddenLayers(workload).map((neurons) => ({ type: 'fc', num_neurons: neurons, activation: 'tanh' })),
    { type: 'regression', num_neurons: 1 },
  ]);
  return net;
}

/** One convolution with its pooling, and one softmax neuron for each class. */
function picturesNet({ Net }: ConvNet, { convolutions, output }: Cnn['recipe']) {
  const net = new Net();
  net.makeLayers([
    { type: 'input', out_sx: SIDE, out_sy: SIDE, out_depth: 1 },
    ...convolutions.flatMap(({ kernels, window }) => [
      { type: 'conv', sx: 3, filters: kernels, stride: 1, pad: 0, activation: 'relu' },
      {
        type: 'pool',
        sx: window === 'all' ? SIDE - 2 : window,
        stride: window === 'all' ? SIDE - 2 : window,
      },
    ]),
    { type: 'softmax', num_classes: outputsOf(output) },
  ]);
  return net;
}

interface Lesson {
  readonly samples: readonly { readonly point: ConvNetJs.Vol; readonly target: readonly number[] | number }[];
  readonly rate: number;
  readonly batch: number;
  readonly epochs: number;
}

/** One run from weights of its own. */
function ready(library: ConvNet, net: () => ConvNetJs.Net, { samples, rate, batch, epochs }: Lesson): Ready {
  const options = { learning_rate: rate, batch_size: batch, momentum: 0, l2_decay: 0 };
  const train = () => {
    const sgd = new library.SGDTrainer(net(), options);
    const random = rng(seeds[0], 'order');
    for (let epoch = 0; epoch < epochs; epoch++)
      for (const { point, target } of shuffled(samples, random)) sgd.train(point, target);
  };
  return { measure: async () => (await cpuOf(train)) / epochs };
}

export const convnetjs: Contestant<Dense> = {
  name: 'convnetjs',
  prepare: (workload) => {
    const library = loadPackage<ConvNet>('convnetjs');
    if (library === null) return Promise.resolve(NOT_INSTALLED);
    const inputs = workload.sizes[0] as number;
    const samples = workload.y.map((y, i) => ({
      point: new library.Vol(workload.x.slice(i * inputs, (i + 1) * inputs)),
      target: [y],
    }));
    return Promise.resolve(ready(library, () => netOf(library, workload), { ...workload, samples }));
  },
};

/** Pictures through one convolution; it knows pooling by the largest only. */
export const convnetjsCnn: Contestant<Cnn> = {
  name: 'convnetjs',
  prepare: ({ recipe, epochs }) => {
    const library = loadPackage<ConvNet>('convnetjs');
    if (library === null) return Promise.resolve(NOT_INSTALLED);
    const pixels = SIDE * SIDE;
    const samples = recipe.train.y.map((target, i) => {
      const point = new library.Vol(SIDE, SIDE, 1);
      point.w.set(recipe.train.x.slice(i * pixels, (i + 1) * pixels));
      return { point, target };
    });
    return Promise.resolve(
      ready(library, () => picturesNet(library, recipe), { ...recipe, epochs, samples }),
    );
  },
};
