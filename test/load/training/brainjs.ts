import { cpuOf, type Contestant } from './contestant';
import { loadPackage, NOT_INSTALLED } from './packages';
import { hiddenLayers, type Dense } from './dense';

interface Brain {
  readonly NeuralNetwork: new (options: {
    inputSize: number;
    outputSize: number;
    hiddenLayers: readonly number[];
    activation: 'tanh';
    learningRate: number;
  }) => {
    readonly train: (
      data: readonly { input: readonly number[]; output: readonly number[] }[],
      options: { iterations: number; errorThresh: number },
    ) => unknown;
  };
}

/** It would stop where the error is below this, which is never. */
const NEVER = 1e-9;

/**
 * As it is: it knows no mini-batches, so it takes a step after every sample, and it does not shuffle. The file for
 * browsers has its NeuralNetwork without the package for graphics cards.
 */
export const brainjs: Contestant<Dense> = {
  name: 'brain.js',
  prepare: (workload) => {
    const library = loadPackage<Brain>('brain.js', 'brain.js/dist/browser.js');
    if (library === null) return Promise.resolve(NOT_INSTALLED);
    const { rate, epochs } = workload;
    const inputs = workload.sizes[0] as number;
    const data = workload.y.map((y, i) => ({
      input: workload.x.slice(i * inputs, (i + 1) * inputs),
      output: [y],
    }));
    const sizes = { inputSize: inputs, outputSize: 1, hiddenLayers: [...hiddenLayers(workload)] };
    const train = () => {
      const net = new library.NeuralNetwork({ ...sizes, activation: 'tanh', learningRate: rate });
      net.train(data, { iterations: epochs, errorThresh: NEVER });
    };
    return Promise.resolve({ measure: async () => (await cpuOf(train)) / epochs });
  },
};
