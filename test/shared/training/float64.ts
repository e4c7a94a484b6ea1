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

/** The network a second time, written for the eye and not for speed: z of the output neuron. */
export function sumOf(layers: readonly Layer[], activation: Activation, point: readonly number[]): number {
  let outputs = point;
  layers.forEach((layer, l) => {
    const sums = layer.map((row) => row.reduce((sum, w, j) => sum + w * (outputs[j] ?? 1), 0));
    outputs = l === layers.length - 1 ? sums : sums.map(curves[activation]);
  });
  return outputs[0] as number;
}

export const lossAt = (z: number, y: number) =>
  -Math.log(y === 1 ? 1 / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z)));
