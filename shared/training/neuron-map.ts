import { activationCode } from './activation';
import { chainOf, goForward } from './layers/chain';
import { cellCentres, GENERATED_EXTENT, UNDECIDED } from './map';
import { sigmoid } from './math';
import { INPUTS, shapeOf } from './mlp/shape';
import type { Activation } from './request';

const f = Math.fround;

/** One neuron of a network: its layer, from 1 (the first hidden one) to L (the output), and its index there, from 0. */
export interface NeuronIndex {
  readonly layer: number;
  readonly neuron: number;
}

/** A neuron's parameters. */
export interface Incoming {
  /** One for each neuron of the layer before, or for x0 and x1. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Every neuron of a network, layer by layer, the output last: the order of `neuronMaps`. */
export const neuronsOf = (layers: readonly number[]): readonly NeuronIndex[] =>
  [...layers, 1].flatMap((neurons, before) =>
    Array.from({ length: neurons }, (_, neuron) => ({ layer: before + 1, neuron })),
  );

/** The parameters of one neuron: its row of W and its b. A RangeError for a neuron that the network does not have. */
export function incomingOf(
  weights: ArrayLike<number>,
  layers: readonly number[],
  { layer, neuron }: NeuronIndex,
): Incoming {
  const dense = shapeOf([INPUTS, ...layers, 1]).dense[layer - 1];
  if (dense === undefined || neuron < 0 || neuron >= dense.neurons) {
    throw new RangeError(`no neuron ${neuron} in layer ${layer}`);
  }
  const { before, neurons, first } = dense;
  const row = first + neuron * before;
  return {
    weights: Array.from({ length: before }, (_, j) => weights[row + j] as number),
    bias: weights[first + neurons * before + neuron] as number,
  };
}

/**
 * The output of each neuron over the square -extent .. extent: n x n values from 0 to 1 for a picture, neuron after
 * neuron in the order of `neuronsOf`, each row by row from the top left as in `decisionMap`, whose values the last
 * n x n are. One pass through the network for each point serves all of them.
 *
 * For tanh, relu and linear 1/2 is an output of 0: tanh a becomes (1 + a) / 2; relu and linear, which have no bounds,
 * (1 + a / m) / 2, m the largest |a| in the square. A sigmoid's output is taken as it is. What is not a number (m = 0, or
 * a run that diverged) becomes 1/2.
 */
export function neuronMaps(
  weights: ArrayLike<number>,
  layers: readonly number[],
  activation: Activation,
  n: number,
  extent = GENERATED_EXTENT,
): Float32Array {
  const chain = chainOf(shapeOf([INPUTS, ...layers, 1]), activationCode(activation));
  const { shape, outputs } = chain;
  const neurons = shape.unitCount - INPUTS;
  const cells = n * n;
  const maps = new Float32Array(neurons * cells).fill(UNDECIDED);
  if (weights.length !== shape.parameterCount) return maps;
  const parameters = Float32Array.from(weights);
  const x = cellCentres(n, extent);
  for (let cell = 0; cell < cells; cell++) {
    for (let i = 0; i < INPUTS; i++) outputs[i] = x[cell * INPUTS + i] as number;
    goForward(chain, parameters);
    for (let at = 0; at < neurons; at++) maps[at * cells + cell] = outputs[INPUTS + at] as number;
  }
  for (let at = 0; at < neurons; at++) {
    const map = maps.subarray(at * cells, (at + 1) * cells);
    const shade = at === neurons - 1 ? sigmoid : shadesOf(map, activation);
    map.forEach((value, cell) => (map[cell] = soundOr(UNDECIDED, shade(value))));
  }
  return maps;
}

const soundOr = (otherwise: number, value: number) => (Number.isFinite(value) ? value : otherwise);

/** How an output a becomes a value from 0 to 1, for a hidden neuron with these outputs. */
function shadesOf(outputs: Float32Array, activation: Activation): (a: number) => number {
  if (activation === 'sigmoid') return (a) => a;
  const bounded = activation === 'tanh';
  const most = bounded ? 1 : outputs.reduce((largest, a) => Math.max(largest, Math.abs(a)), 0);
  return (a) => f((1 + f(a / most)) / 2);
}
