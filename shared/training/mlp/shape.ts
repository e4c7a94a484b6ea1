import { parametersIn, type Dense } from '../layers/dense';

/** Numbers that describe a point of the plane. */
export const INPUTS = 2;

/** Where the layers of a network stand in its flat arrays. */
export interface Shape {
  /** Neurons: d_0 .. d_L, the inputs first. */
  readonly sizes: readonly number[];
  /** The index of each layer's first output among the outputs of all, the inputs' first. */
  readonly units: readonly number[];
  /** Layers 1 .. L. */
  readonly dense: readonly Dense[];
  readonly unitCount: number;
  readonly parameterCount: number;
}

/** `first`: the index of the first parameter, where others stand before it. */
export function shapeOf(sizes: readonly number[], first = 0): Shape {
  const units: number[] = [];
  const dense: Dense[] = [];
  let unitCount = 0;
  let parameters = first;
  sizes.forEach((neurons, l) => {
    units.push(unitCount);
    unitCount += neurons;
    const before = sizes[l - 1];
    if (before === undefined) return;
    const layer = { before, neurons, first: parameters };
    dense.push(layer);
    parameters += parametersIn(layer);
  });
  return { sizes, units, dense, unitCount, parameterCount: parameters - first };
}

/** Weights and biases of a network with `inputs` numbers in, hidden `layers` and `outputs` output neurons. */
export const parametersOf = (inputs: number, layers: readonly number[], outputs = 1): number =>
  shapeOf([inputs, ...layers, outputs]).parameterCount;

/** What training points of the plane costs: samples x epochs x parameters. The budget of a race. */
export const energyOf = (run: {
  readonly samples: number;
  readonly epochs: number;
  readonly layers: readonly number[];
}): number => run.samples * run.epochs * parametersOf(INPUTS, run.layers);
