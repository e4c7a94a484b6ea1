import { activationCode } from '../activation';
import type { Initialiser } from '../initial';
import { activateAll, activationBackward } from '../layers/activation';
import { weightGradient, parametersIn, inputErrors, weightedSums, type Dense } from '../layers/dense';
import { layOutRnn } from '../lanes/rnn';
import { groupsOf } from '../layers/dense-groups';
import type { Network } from '../network';
import { outputsOf } from '../output';
import type { RnnDesign } from './design';

const TANH = activationCode('tanh');

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
 * row, the inputs' columns before those of h; its b; then W and b of the output layer, which reads the last h.
 *
 * `cellInputs` holds what the cell reads at each step, [x_t, h_(t-1)], and one row more, whose h is the last. `errors` is
 * laid out alike: at the index of h_t stands first its error, then the delta of its sum z_t. Back-propagation finds the
 * deltas from the last step to the first; only then delta_t [x_t, h_(t-1)] is added to the gradient, from the first step
 * to the last. That order is part of the definition of the core.
 */
export function rnn(design: RnnDesign, inputs: number): Network {
  const { neurons, perStep, output } = design;
  const steps = stepsOf(design, inputs);
  const before = perStep + neurons;
  const cell: Dense = { before, neurons, first: 0 };
  const outputLayer: Dense = { before: neurons, neurons: outputsOf(output), first: parametersIn(cell) };
  const [cellInputs, errors] = [
    new Float32Array((steps + 1) * before),
    new Float32Array((steps + 1) * before),
  ];
  const [z, deltas] = [new Float32Array(outputLayer.neurons), new Float32Array(outputLayer.neurons)];
  /** The index of h_t, for t from 0 (h_0 stays 0) to the number of steps. */
  const hIndex = (t: number) => t * before + perStep;
  const last = hIndex(steps);

  function forward(weights: Float32Array, x: Float32Array, at: number): void {
    for (let t = 0; t < steps; t++) {
      const row = t * before;
      for (let i = 0; i < perStep; i++) cellInputs[row + i] = x[at + t * perStep + i] as number;
      weightedSums(cell, weights, cellInputs, row, cellInputs, hIndex(t + 1));
      activateAll(TANH, cellInputs, hIndex(t + 1), neurons);
    }
    weightedSums(outputLayer, weights, cellInputs, last, z, 0);
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    weightGradient(outputLayer, gradient, cellInputs, last, deltas, 0);
    inputErrors(outputLayer, weights, deltas, 0, errors, last);
    for (let t = steps; t > 0; t--) {
      activationBackward(TANH, cellInputs, errors, hIndex(t), neurons);
      if (t > 1) inputErrors(cell, weights, errors, hIndex(t), errors, (t - 1) * before);
    }
    for (let t = 1; t <= steps; t++)
      weightGradient(cell, gradient, cellInputs, (t - 1) * before, errors, hIndex(t));
  }

  return {
    inputs,
    parameterCount: parametersIn(cell) + parametersIn(outputLayer),
    groups: [...groupsOf(cell), ...groupsOf(outputLayer)],
    initialiser: INITIALISER,
    layOut: (memory, rows) => layOutRnn(memory, { cell, outputLayer, perStep, steps }, rows),
    z,
    deltas,
    forward,
    backward,
  };
}
