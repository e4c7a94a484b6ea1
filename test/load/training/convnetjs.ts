import type * as ConvNetJs from 'convnetjs';
import { rng, shuffled } from '#shared/rng';
import { cpuOf, type Contestant } from './contestant';
import { loadPackage, NOT_INSTALLED } from './packages';
import { hiddenLayers, type Dense } from './dense';

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

export const convnetjs: Contestant<Dense> = {
  name: 'convnetjs',
  prepare: (workload) => {
    const library = loadPackage<ConvNet>('convnetjs');
    if (library === null) return Promise.resolve(NOT_INSTALLED);
    const { batch, rate, epochs, seeds } = workload;
    const inputs = workload.sizes[0] as number;
    const samples = workload.y.map((y, i) => ({
      point: new library.Vol(workload.x.slice(i * inputs, (i + 1) * inputs)),
      target: [y],
    }));
    const options = { learning_rate: rate, batch_size: batch, momentum: 0, l2_decay: 0 };
    const train = () => {
      const sgd = new library.SGDTrainer(netOf(library, workload), options);
      const random = rng(seeds[0], 'order');
      for (let epoch = 0; epoch < epochs; epoch++)
        for (const { point, target } of shuffled(samples, random)) sgd.train(point, target);
    };
    return Promise.resolve({ measure: async () => (await cpuOf(train)) / epochs });
  },
};
