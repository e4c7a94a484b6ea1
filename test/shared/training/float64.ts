import type { Output } from '#shared/training/output';
import type { Activation } from '#shared/training/request';

/** A layer in 64 bits: a row of weights for each neuron, its bias last. */
export type Layer = readonly (readonly number[])[];

const curves: Readonly<Record<Activation, (z: number) => number>> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  linear: (z) => z,
};

/** The flat parameters of a network as rows. */
export function layersOf(parameters: ArrayLike<number>, sizes: readonly number[]): Layer[] {
  const flat = Array.from(parameters);
  return sizes.slice(1).map((neurons, l) => {
    const before = sizes[l] as number;
    const weights = flat.splice(0, neurons * before);
    const biases = flat.splice(0, neurons);
    return biases.map((bias, i) => [...weights.slice(i * before, (i + 1) * before), bias]);
  });
}

/** The network a second time, written for the eye and not for speed: the sums z of the output neurons. */
export function sumsOf(layers: readonly Layer[], activation: Activation, point: readonly number[]): number[] {
  return layers.reduce<number[]>(
    (before, layer, l) => {
      const inputs = l === 0 ? before : before.map(curves[activation]);
      return layer.map((row) => row.reduce((sum, w, j) => sum + w * (inputs[j] ?? 1), 0));
    },
    [...point],
  );
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));
const half = (error: number) => (error * error) / 2;

/** The cost of one sample, as books write it. */
export function costOf64(output: Output, z: readonly number[], y: number): number {
  const sum = z[0] as number;
  switch (output.curve) {
    case 'sigmoid':
      if (output.loss === 'squared') return half(logistic(sum) - y);
      return -Math.log(y === 1 ? logistic(sum) : logistic(-sum));
    case 'tanh':
      return half(Math.tanh(sum) - (y === 1 ? 1 : -1));
    case 'softmax':
      return -Math.log(Math.exp(z[y] as number) / z.reduce((all, other) => all + Math.exp(other), 0));
    case 'linear':
      return half(sum - y);
  }
}
