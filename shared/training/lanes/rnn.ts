import { activationCode } from '../activation';
import type { Dense } from '../layers/dense';
import { addWeightGradient } from './weight-gradient';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';

const TANH = activationCode('tanh');

/** An Elman cell and the output layer on its last h, as in rnn/network.ts. */
export interface RecurrentLayers {
  readonly cell: Dense;
  readonly outputLayer: Dense;
  readonly perStep: number;
  readonly steps: number;
}

/**
 * `cellInputs` has a row [x_t, h_(t-1)] for each step and one more, whose h is the last, so that each h is written
 * where the next step reads it; `errors` is laid out alike. The cell's weight gradient is computed over all these rows.
 * The extra row adds nothing to it: the delta that goes with it is the next sample's error of h_0, which is always 0.
 */
export function layOutRnn(
  memory: Memory,
  { cell, outputLayer, perStep, steps }: RecurrentLayers,
  rows: number,
): Layout {
  const { before, neurons } = cell;
  const row = before * VECTOR;
  const sample = (steps + 1) * row;
  const all = (rows * (steps + 1) + 1) * before;
  const [cellInputs, errors] = [memory.vectors(all), memory.vectors(all)];
  const x = memory.vectors(rows * steps * perStep);
  const [z, deltas] = [
    memory.vectors(rows * outputLayer.neurons),
    memory.vectors(rows * outputLayer.neurons),
  ];
  const outputStride = outputLayer.neurons * VECTOR;
  const hOf = (base: number, t: number) => base + t * row + perStep * VECTOR;
  return {
    x,
    z,
    deltas,
    addForward: (program, weights) => {
      const [w, out] = [weights + cell.first * VECTOR, weights + outputLayer.first * VECTOR];
      for (let t = 0; t < steps; t++) {
        const from = x + t * perStep * VECTOR;
        program.add('copyRows', 1, perStep, from, steps * perStep * VECTOR, cellInputs + t * row, sample);
        program.add(
          'weightedSums',
          1,
          before,
          neurons,
          w,
          cellInputs + t * row,
          sample,
          hOf(cellInputs, t + 1),
          sample,
        );
        program.add('activation', 1, TANH, neurons, hOf(cellInputs, t + 1), sample);
      }
      program.add(
        'weightedSums',
        1,
        neurons,
        outputLayer.neurons,
        out,
        hOf(cellInputs, steps),
        sample,
        z,
        outputStride,
      );
    },
    addBackward: (program, weights, target) => {
      const [w, out] = [weights + cell.first * VECTOR, weights + outputLayer.first * VECTOR];
      program.add(
        'inputErrors',
        1,
        neurons,
        outputLayer.neurons,
        out,
        deltas,
        outputStride,
        hOf(errors, steps),
        sample,
        0,
      );
      addWeightGradient(
        program,
        1,
        outputLayer,
        target,
        deltas,
        outputStride,
        hOf(cellInputs, steps),
        sample,
      );
      for (let t = steps; t > 0; t--) {
        program.add(
          'activationBackward',
          1,
          TANH,
          neurons,
          hOf(cellInputs, t),
          sample,
          hOf(errors, t),
          sample,
        );
        if (t === 1) continue;
        const to = errors + (t - 1) * row;
        program.add('inputErrors', 1, before, neurons, w, hOf(errors, t), sample, to, sample, 0);
      }
      addWeightGradient(program, steps + 1, cell, target, hOf(errors, 1), row, cellInputs, row);
    },
  };
}
