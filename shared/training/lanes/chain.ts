import type { ActivationCode } from '../activation';
import type { Shape } from '../mlp/shape';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import { addWeightGradient, type GradientTarget } from './weight-gradient';
import type { Program } from './program';

/** Rows of vectors that follow one another, one for each sample: what a layer gives. */
export interface Rows {
  readonly at: number;
  /** Vectors of a row. */
  readonly width: number;
}

/** Dense layers in the kernel's memory. */
export interface ChainRows {
  readonly shape: Shape;
  readonly activation: ActivationCode;
  /** The outputs of layers 0 .. L and their deltas, for each sample of a mini-batch. */
  readonly outputs: readonly Rows[];
  readonly deltas: readonly Rows[];
}

/** Takes the memory that layers need for up to `rows` samples. */
export function chainRows(memory: Memory, shape: Shape, activation: ActivationCode, rows: number): ChainRows {
  const take = (width: number): Rows => ({ at: memory.vectors(rows * width), width });
  return { shape, activation, outputs: shape.sizes.map(take), deltas: shape.sizes.map(take) };
}

const stride = ({ width }: Rows) => width * VECTOR;

/** From the inputs to the last sums. `weights`: the address of all parameters. */
export function addForward(
  program: Program,
  { shape, activation, outputs }: ChainRows,
  weights: number,
): void {
  shape.dense.forEach(({ before, neurons, first }, l) => {
    const [x, z] = [outputs[l] as Rows, outputs[l + 1] as Rows];
    program.add(
      'weightedSums',
      1,
      before,
      neurons,
      weights + first * VECTOR,
      x.at,
      stride(x),
      z.at,
      stride(z),
    );
    if (l < shape.dense.length - 1) program.add('activation', 1, activation, neurons, z.at, stride(z));
  });
}

/** From the last deltas to the gradient of every parameter; with `toInputs` to the inputs' errors too. */
export function addBackward(
  program: Program,
  { shape, activation, outputs, deltas }: ChainRows,
  weights: number,
  target: GradientTarget,
  toInputs = false,
): void {
  for (let l = shape.dense.length - 1; l >= 0; l--) {
    const { before, neurons, first } = shape.dense[l] as (typeof shape.dense)[number];
    const [x, d, e] = [outputs[l] as Rows, deltas[l + 1] as Rows, deltas[l] as Rows];
    if (l > 0 || toInputs) {
      // Before the weight gradient, because that may be a step which changes the weights.
      program.add(
        'inputErrors',
        1,
        before,
        neurons,
        weights + first * VECTOR,
        d.at,
        stride(d),
        e.at,
        stride(e),
        0,
      );
      if (l > 0) program.add('activationBackward', 1, activation, before, x.at, stride(x), e.at, stride(e));
    }
    addWeightGradient(program, 1, { before, neurons, first }, target, d.at, stride(d), x.at, stride(x));
  }
}

/** Dense layers alone, from the samples to the last sums. */
export function layOutChain(memory: Memory, shape: Shape, activation: ActivationCode, rows: number): Layout {
  const chain = chainRows(memory, shape, activation, rows);
  return {
    x: (chain.outputs[0] as Rows).at,
    z: (chain.outputs.at(-1) as Rows).at,
    deltas: (chain.deltas.at(-1) as Rows).at,
    addForward: (program, weights) => addForward(program, chain, weights),
    addBackward: (program, weights, target) => addBackward(program, chain, weights, target),
  };
}
