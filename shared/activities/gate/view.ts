import type { Config } from './config';
import { type Neuron } from '../neuron/neuron';
import { rowsOf, type Row, type Gate } from '../neuron/truth-table';

/** The gate to build and its truth table: nothing here is secret. */
export interface View {
  readonly gate: Gate;
  readonly rows: readonly Row[];
}

/** The neuron with the widest margin, in tenths. */
export interface Reveal {
  readonly best: Neuron;
}

const best: Readonly<Record<Gate, Neuron>> = {
  not: { w: [-10], b: 5 },
  and: { w: [10, 10], b: -15 },
  or: { w: [10, 10], b: -5 },
};

export const view = ({ gate }: Config): View => ({ gate, rows: rowsOf(gate) });

export const reveal = ({ gate }: Config): Reveal => ({ best: best[gate] });
