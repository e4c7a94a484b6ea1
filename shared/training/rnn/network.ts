import { curveOf } from '../activation';
import type { Initialiser } from '../initial';
import { bend, straighten } from '../layers/curve';
import { derivatives, parametersIn, shares, sums, type Dense } from '../layers/dense';
import { layOutRnn } from '../lanes/rnn';
import { groupsOf } from '../layers/dense-groups';
import type { Network } from '../network';
import { outputsOf } from '../output';
import type { RnnDesign } from './design';

const TANH = curveOf('tanh');

/** Glorot's range, as for every layer of tanh. */
const INITIALISER: Initialiser = 'xavier';

/** Steps of a sample. A RangeError if its numbers do not come out even. */
function stepsOf({ perStep }: RnnDesign, inputs: number): number {
  const steps = inputs / perStep;
  if (!Number.isInteger(steps)) throw new RangeError(`${inputs} numbers are no steps of ${perStep}`);
  return steps;
}

/**
 * Elman's network (1990) over `inputs` / perStep steps. Parameters: the cell's W, neurons x (perStep + neurons), row by
 * row, the inputs' columns before those of h; its b; then W and b of the layer on the last h.
 *
 * `rows` holds what the cell reads at each step, [x_t, h_(t-1)], and one row more, whose h is the last. `errors` has
 * the same places: where h_t stands, the derivative of the cost by its sum z_t. Back-propagation goes through all
 * steps and finds those from the last to the first; only then does the gradient take up delta_t [x_t, h_(t-1)], from
 * the first step to the last. That order is part of the definition of the core.
 */
export function rnn(design: RnnDesign, inputs: number): Network {
  const { neurons, perStep, output } = design;
  const steps = stepsOf(design, inputs);
  const before = perStep + neurons;
  const cell: Dense = { before, neurons, first: 0 };
  const reader: Dense = { before: neurons, neurons: outputsOf(output), first: parametersIn(cell) };
  const [rows, errors] = [new Float32Array((steps + 1) * before), new Float32Array((steps + 1) * before)];
  const [z, deltas] = [new Float32Array(reader.neurons), new Float32Array(reader.neurons)];
  /** The place of h_t, t from 0 (which stays 0) to the number of steps. */
  const placeOf = (t: number) => t * before + perStep;
  const last = placeOf(steps);

  function forward(weights: Float32Array, x: Float32Array, at: number): void {
    for (let t = 0; t < steps; t++) {
      const row = t * before;
      for (let i = 0; i < perStep; i++) rows[row + i] = x[at + t * perStep + i] as number;
      sums(cell, weights, rows, row, rows, placeOf(t + 1));
      bend(TANH, rows, placeOf(t + 1), neurons);
    }
    sums(reader, weights, rows, last, z, 0);
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    derivatives(reader, gradient, rows, last, deltas, 0);
    shares(reader, weights, deltas, 0, errors, last);
    for (let t = steps; t > 0; t--) {
      straighten(TANH, rows, errors, placeOf(t), neurons);
      if (t > 1) shares(cell, weights, errors, placeOf(t), errors, (t - 1) * before);
    }
    for (let t = 1; t <= steps; t++) derivatives(cell, gradient, rows, (t - 1) * before, errors, placeOf(t));
  }

  return {
    inputs,
    parameterCount: parametersIn(cell) + parametersIn(reader),
    groups: [...groupsOf(cell), ...groupsOf(reader)],
    initialiser: INITIALISER,
    layOut: (memory, rows) => layOutRnn(memory, { cell, reader, perStep, steps }, rows),
    z,
    deltas,
    forward,
    backward,
  };
}
