import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, faintLines, keyOf, type Lines } from '../neuron/lines';
import { bestOf } from '../neuron/margin';
import type { Neuron } from '../neuron/neuron';
import { cornerGates, inputsOf, rightRows, rowsOf, type Gate, type Row } from '../neuron/truth-table';
import type { Config } from './config';
import { asAnd, gateFor } from './own';

/** The gate to build, its truth table and where the sliders stand at first: nothing here is secret. */
export interface View {
  readonly gate: Gate;
  /** Each student has a gate of their own; the projector has AND, as which it draws them all. */
  readonly own: boolean;
  readonly rows: readonly Row[];
  readonly start: Neuron;
  /** The sliders that move: all of them, or the bias alone. */
  readonly moves: 'all' | 'b';
}

/** The neurons with the widest margin, in tenths: as the projector draws it, and of each gate that somebody has. */
export interface Reveal {
  readonly best: Neuron;
  readonly bests: Readonly<Partial<Record<Gate, Neuron>>>;
}

/** The class's lines, how many students there are, and how many have every row right. */
export interface Summary extends Lines {
  readonly all: number;
  readonly holding: number;
}

/** The neuron that everybody begins with. */
export function startOf({ gate, start }: Config): Neuron {
  const inputs = gate === 'own' ? 2 : inputsOf(gate);
  return start ?? { w: Array.from({ length: inputs }, () => 0), b: 0 };
}

export function view(config: Config, seat: Seed | null): View {
  const gate = gateFor(config, seat);
  return {
    ...{ gate, own: config.gate === 'own', rows: rowsOf(gate) },
    ...{ start: startOf(config), moves: config.moves ?? 'all' },
  };
}

export function reveal(config: Config): Reveal {
  const gates = config.gate === 'own' ? cornerGates : [config.gate];
  return {
    best: bestOf(gateFor(config, null)),
    bests: Object.fromEntries(gates.map((gate) => [gate, bestOf(gate)])),
  };
}

export const emptySummary = (): Summary => ({ lines: {}, all: 0, holding: 0 });

export function addToSummary(
  config: Config,
  { lines, all, holding }: Summary,
  neuron: Neuron,
  { seat }: Pick<Seeds, 'seat'>,
): Summary {
  const gate = gateFor(config, config.gate === 'own' ? seat : null);
  const rows = rowsOf(gate);
  return {
    lines: counted(lines, keyOf(config.gate === 'own' ? asAnd(gate, neuron) : neuron)),
    all: all + 1,
    holding: holding + (rightRows(rows, neuron) === rows.length ? 1 : 0),
  };
}

/** How many hold is told at once, who holds what is not. */
export const whileOpen = (summary: Summary): Summary => ({ ...summary, ...faintLines(summary) });
