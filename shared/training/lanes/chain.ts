import type { Curve } from '../activation';
import type { Shape } from '../mlp/shape';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import { addDerivatives, type Aim } from './aim';
import type { Program } from './program';

/** Rows of vectors that follow one another: what a layer gives for each sample. */
export interface Rows {
  readonly at: number;
  /** Vectors of a row. */
  readonly width: number;
}

/** Dense layers in the kernel's memory. */
export interface ChainRows {
  readonly shape: Shape;
  readonly curve: Curve;
  /** The outputs of layers 0 .. L and their deltas, for each sample of a mini-batch. */
  readonly outputs: readonly Rows[];
  readonly deltas: readonly Rows[];
}

/** Takes the memory that layers need for up to `rows` samples. */
export function chainRows(memory: Memory, shape: Shape, curve: Curve, rows: number): ChainRows {
  const take = (width: number): Rows => ({ at: memory.vectors(rows * width), width });
  return { shape, curve, outputs: shape.sizes.map(take), deltas: shape.sizes.map(take) };
}

const stride = ({ width }: Rows) => width * VECTOR;

/** From the inputs to the last sums. `weights`: the address of all parameters. */
export function addForward(program: Program, { shape, curve, outputs }: ChainRows, weights: number): void {
  shape.dense.forEach(({ before, neurons, first }, l) => {
    const [x, z] = [outputs[l] as Rows, outputs[l + 1] as Rows];
    program.add('sums', 1, before, neurons, weights + first * VECTOR, x.at, stride(x), z.at, stride(z));
    if (l < shape.dense.length - 1) program.add('bend', 1, curve, neurons, z.at, stride(z));
  });
}

/** From the last deltas to the gradient of every parameter; with `toInputs` to the inputs' shares too. */
export function addBackward(
  program: Program,
  { shape, curve, outputs, deltas }: ChainRows,
  weights: number,
  aim: Aim,
  toInputs = false,
): void {
  for (let l = shape.dense.length - 1; l >= 0; l--) {
    const { before, neurons, first } = shape.dense[l] as (typeof shape.dense)[number];
    const [x, d, s] = [outputs[l] as Rows, deltas[l + 1] as Rows, deltas[l] as Rows];
    if (l > 0 || toInputs) {
      // Before the derivatives, because those may move the weights.
      program.add(
        'shares',
        1,
        before,
        neurons,
        weights + first * VECTOR,
        d.at,
        stride(d),
        s.at,
        stride(s),
        0,
      );
      if (l > 0) program.add('straighten', 1, curve, before, x.at, stride(x), s.at, stride(s));
    }
    addDerivatives(program, 1, { before, neurons, first }, aim, d.at, stride(d), x.at, stride(x));
  }
}

/** Dense layers alone, from the samples to the last sums. */
export function layOutChain(memory: Memory, shape: Shape, curve: Curve, rows: number): Layout {
  const chain = chainRows(memory, shape, curve, rows);
  return {
    x: (chain.outputs[0] as Rows).at,
    z: (chain.outputs.at(-1) as Rows).at,
    deltas: (chain.deltas.at(-1) as Rows).at,
    addForward: (program, weights) => addForward(program, chain, weights),
    addBackward: (program, weights, aim) => addBackward(program, chain, weights, aim),
  };
}
