/**
 * One dense layer: `W` of shape neurons x before, row by row from `first` on, then one bias for each neuron. What it
 * reads and writes are parts of longer arrays: `input` and `output` say where they begin.
 *
 * The order of each sum is part of the definition of the core.
 */
const f = Math.fround;

export interface Dense {
  readonly before: number;
  readonly neurons: number;
  /** The index of its first parameter. */
  readonly first: number;
}

export const parametersIn = ({ before, neurons }: Dense): number => neurons * (before + 1);

/** z_i = b_i + W_i1 x_1 + W_i2 x_2 + ..., from the first input to the last. */
export function weightedSums(
  { before, neurons, first }: Dense,
  weights: Float32Array,
  x: Float32Array,
  input: number,
  z: Float32Array,
  output: number,
): void {
  const biases = first + neurons * before;
  for (let i = 0; i < neurons; i++) {
    const row = first + i * before;
    let sum = weights[biases + i] as number;
    for (let j = 0; j < before; j++) {
      sum = f(sum + f((weights[row + j] as number) * (x[input + j] as number)));
    }
    z[output + i] = sum;
  }
}

/** Adds delta_i x_j to the gradient of W_ij and delta_i to that of b_i. */
export function weightGradient(
  { before, neurons, first }: Dense,
  gradient: Float32Array,
  x: Float32Array,
  input: number,
  deltas: Float32Array,
  output: number,
): void {
  const biases = first + neurons * before;
  for (let i = 0; i < neurons; i++) {
    const delta = deltas[output + i] as number;
    const row = first + i * before;
    for (let j = 0; j < before; j++) {
      gradient[row + j] = f((gradient[row + j] as number) + f(delta * (x[input + j] as number)));
    }
    gradient[biases + i] = f((gradient[biases + i] as number) + delta);
  }
}

/**
 * The error of each input, which is the derivative of the cost by it: W_1j delta_1 + W_2j delta_2 + ..., from the first
 * neuron to the last, begun at 0 (or, with `accumulate`, at what stands there already).
 */
export function inputErrors(
  { before, neurons, first }: Dense,
  weights: Float32Array,
  deltas: Float32Array,
  output: number,
  errors: Float32Array,
  input: number,
  accumulate = false,
): void {
  if (!accumulate) errors.fill(0, input, input + before);
  for (let i = 0; i < neurons; i++) {
    const delta = deltas[output + i] as number;
    const row = first + i * before;
    for (let j = 0; j < before; j++) {
      errors[input + j] = f((errors[input + j] as number) + f((weights[row + j] as number) * delta));
    }
  }
}
