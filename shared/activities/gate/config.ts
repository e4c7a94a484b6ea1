import * as v from 'valibot';
import { bestOf } from '../neuron/margin';
import { neuron, settable } from '../neuron/neuron';
import { gates, inputsOf, rightRows, rowsOf, type Gate } from '../neuron/truth-table';

/**
 * Which logic gate to build, of `own` each seat one of the eight that tell a corner of the square from the others; and
 * the neuron that everybody begins with, without which all sliders stand at 0. `moves: 'b'`: its weights stay.
 */
export const config = v.pipe(
  v.strictObject({
    gate: v.picklist([...gates, 'own']),
    start: v.exactOptional(neuron),
    moves: v.exactOptional(v.literal('b')),
  }),
  v.forward(
    v.check(
      ({ gate, start }) => !start || (gate !== 'own' && start.w.length === inputsOf(gate) && settable(start)),
      'does-not-fit',
    ),
    ['start'],
  ),
  v.forward(
    v.check(
      ({ gate, start }) => !start || gate === 'own' || rightRows(rowsOf(gate), start) < rowsOf(gate).length,
      'starts-right',
    ),
    ['start'],
  ),
  v.forward(
    v.check(
      ({ gate, start, moves }) => !moves || (gate !== 'own' && !!start && leadsTo(gate, start.w)),
      'does-not-fit',
    ),
    ['moves'],
  ),
);
export type Config = v.InferOutput<typeof config>;

/** Whether the best neuron has these very weights, so that b alone leads to it. */
const leadsTo = (gate: Gate, w: readonly number[]): boolean => bestOf(gate).w.join() === w.join();

export const submission = neuron;
export type Submission = v.InferOutput<typeof submission>;
