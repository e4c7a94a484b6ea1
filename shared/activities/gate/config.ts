import * as v from 'valibot';
import { neuron, settable } from '../neuron/neuron';
import { gates, inputsOf, rightRows, rowsOf } from '../neuron/truth-table';

/** Which logic gate to build, and the neuron that everybody begins with; without it all sliders stand at 0. */
export const config = v.pipe(
  v.strictObject({ gate: v.picklist(gates), start: v.exactOptional(neuron) }),
  v.check(
    ({ gate, start }) => !start || (start.w.length === inputsOf(gate) && settable(start)),
    'does-not-fit',
  ),
  v.check(
    ({ gate, start }) => !start || rightRows(rowsOf(gate), start) < rowsOf(gate).length,
    'starts-right',
  ),
);
export type Config = v.InferOutput<typeof config>;

export const submission = neuron;
export type Submission = v.InferOutput<typeof submission>;
