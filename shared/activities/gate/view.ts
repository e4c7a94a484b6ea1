import type { Config } from './config';
import { type Neuron } from '../neuron/neuron';
import { inputsOf, rowsOf, type Row, type Gate } from '../neuron/truth-table';

/** The gate to build, its truth table and where the sliders stand at first: nothing here is secret. */
export interface View {
  readonly gate: Gate;
  readonly rows: readonly Row[];
  readonly start: Neuron;
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

/** The neuron that everybody begins with. */
export const startOf = ({ gate, start }: Config): Neuron =>
  start ?? { w: Array.from({ length: inputsOf(gate) }, () => 0), b: 0 };

export const view = (config: Config): View => ({
  gate: config.gate,
  rows: rowsOf(config.gate),
  start: startOf(config),
});

export const reveal = ({ gate }: Config): Reveal => ({ best: best[gate] });
