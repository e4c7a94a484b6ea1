import { curveOf } from '../activation';
import type { Dense } from '../layers/dense';
import { addDerivatives } from './aim';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';

const TANH = curveOf('tanh');

/** An Elman cell and the layer that reads its last h, as rnn/network.ts has them. */
export interface Cell {
  readonly cell: Dense;
  readonly reader: Dense;
  readonly perStep: number;
  readonly steps: number;
}

/**
 * What the cell reads at each step stands in rows, [x_t, h_(t-1)], and one row more for the last h; errors have the
 * same places. So each h is written where the next step reads it. The cell's derivatives go over all rows, the
 * one too many included: the delta beside it is the next sample's first error, which is always 0.
 */
export function layOutRnn(memory: Memory, { cell, reader, perStep, steps }: Cell, rows: number): Layout {
  const { before, neurons } = cell;
  const row = before * VECTOR;
  const sample = (steps + 1) * row;
  const all = (rows * (steps + 1) + 1) * before;
  const [seen, errors] = [memory.vectors(all), memory.vectors(all)];
  const x = memory.vectors(rows * steps * perStep);
  const [z, deltas] = [memory.vectors(rows * reader.neurons), memory.vectors(rows * reader.neurons)];
  const said = reader.neurons * VECTOR;
  const hOf = (base: number, t: number) => base + t * row + perStep * VECTOR;
  return {
    x,
    z,
    deltas,
    addForward: (program, weights) => {
      const [w, out] = [weights + cell.first * VECTOR, weights + reader.first * VECTOR];
      for (let t = 0; t < steps; t++) {
        const from = x + t * perStep * VECTOR;
        program.add('copy', 1, perStep, from, steps * perStep * VECTOR, seen + t * row, sample);
        program.add('sums', 1, before, neurons, w, seen + t * row, sample, hOf(seen, t + 1), sample);
        program.add('bend', 1, TANH, neurons, hOf(seen, t + 1), sample);
      }
      program.add('sums', 1, neurons, reader.neurons, out, hOf(seen, steps), sample, z, said);
    },
    addBackward: (program, weights, aim) => {
      const [w, out] = [weights + cell.first * VECTOR, weights + reader.first * VECTOR];
      program.add('shares', 1, neurons, reader.neurons, out, deltas, said, hOf(errors, steps), sample, 0);
      addDerivatives(program, 1, reader, aim, deltas, said, hOf(seen, steps), sample);
      for (let t = steps; t > 0; t--) {
        program.add('straighten', 1, TANH, neurons, hOf(seen, t), sample, hOf(errors, t), sample);
        if (t === 1) continue;
        const to = errors + (t - 1) * row;
        program.add('shares', 1, before, neurons, w, hOf(errors, t), sample, to, sample, 0);
      }
      addDerivatives(program, steps + 1, cell, aim, hOf(errors, 1), row, seen, row);
    },
  };
}
