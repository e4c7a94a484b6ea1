/** Numbers that describe one point. */
export const INPUTS = 2;

/** Weights and biases of a network with `inputs` numbers in, hidden `layers` and one output neuron. */
export function parametersOf(inputs: number, layers: readonly number[]): number {
  let count = 0;
  let before = inputs;
  for (const neurons of [...layers, 1]) {
    count += neurons * (before + 1);
    before = neurons;
  }
  return count;
}

/** What training costs: samples x epochs x parameters. The budget of a race, and the limit of a job. */
export function energyOf(run: {
  readonly samples: number;
  readonly epochs: number;
  readonly layers: readonly number[];
}): number {
  return run.samples * run.epochs * parametersOf(INPUTS, run.layers);
}

/** Where the layers of a network stand in its flat arrays. Index 0 is the input. */
export interface Shape {
  /** Neurons: d_0 .. d_L. */
  readonly sizes: Int32Array;
  /** The first output of each layer among the outputs of all. */
  readonly units: Int32Array;
  /** The first parameter of each layer from 1 on: W row by row, then b. */
  readonly params: Int32Array;
  readonly unitCount: number;
  readonly parameterCount: number;
}

export function shapeOf(layers: readonly number[]): Shape {
  const sizes = Int32Array.from([INPUTS, ...layers, 1]);
  const units = new Int32Array(sizes.length);
  const params = new Int32Array(sizes.length);
  let unitCount = INPUTS;
  let parameterCount = 0;
  for (let l = 1; l < sizes.length; l++) {
    const [neurons, before] = [sizes[l] as number, sizes[l - 1] as number];
    units[l] = unitCount;
    params[l] = parameterCount;
    unitCount += neurons;
    parameterCount += neurons * (before + 1);
  }
  return { sizes, units, params, unitCount, parameterCount };
}
