import { activationCode, type Activation } from '../activation';
import { networkOf } from '../families';
import { cellCentres, GENERATED_EXTENT, UNDECIDED } from '../map';
import type { Kernel } from './kernel';
import { LANES, Memory, VECTOR } from './memory';
import { Program } from './program';

const SIGMOID = activationCode('sigmoid');
const INPUTS = 2;

/** Draws what `decisionMap` draws, with the same bits. */
export type DrawMap = (
  weights: ArrayLike<number>,
  layers: readonly number[],
  activation: Activation,
  n: number,
  extent?: number,
) => Float32Array;

/** Draws the map with the kernel: the same network in all lanes, and another cell in each. */
export const mapBy =
  (kernel: Kernel): DrawMap =>
  (weights, layers, activation, n, extent = GENERATED_EXTENT) => {
    const cells = n * n;
    const { parameterCount, layOut } = networkOf({ family: 'mlp', layers, activation }, INPUTS);
    if (weights.length !== parameterCount || !layOut) return new Float32Array(cells).fill(UNDECIDED);
    const exports = kernel.take();
    const memory = new Memory(exports);
    const rows = Math.ceil(cells / LANES);
    const layout = layOut(memory, rows);
    const parameters = memory.vectors(parameterCount);
    const scratch = memory.numbers(Math.max(parameterCount, rows * LANES * INPUTS));
    memory.setNumbers(scratch, weights);
    exports.broadcast(scratch, parameterCount, parameters);
    memory.setNumbers(scratch, cellCentres(n, extent));
    exports.interleave(scratch, rows, INPUTS, layout.x);
    const program = new Program();
    layout.addForward(program, parameters);
    program.add('activation', 1, SIGMOID, 1, layout.z, VECTOR);
    const { at, end } = memory.store(program.ints);
    exports.execute(at, end, rows);
    const values = memory.floats.slice(layout.z / 4, layout.z / 4 + cells);
    kernel.giveBack(exports);
    return values;
  };
