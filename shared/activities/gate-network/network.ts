import { fires, type Neuron } from '../neuron/neuron';
import { rowsOf, type Row } from '../neuron/truth-table';
import type { Network } from './config';

/** A row of the table on its way through a network. */
export interface Passed {
  readonly x: readonly number[];
  /** What the two hidden neurons say of it: the inputs of the third. */
  readonly code: readonly [0 | 1, 0 | 1];
  readonly y: 0 | 1;
  readonly wanted: 0 | 1;
}

const rows = rowsOf('xor');

export function passes({ hidden, output }: Network): readonly Passed[] {
  const [first, second] = hidden;
  return rows.map(({ x, y: wanted }) => {
    const code = [fires(first, x), fires(second, x)] as const;
    return { x, code, y: fires(output, code), wanted };
  });
}

/**
 * The table that the third neuron has before it: the codes that occur, each once, with the right answer. Null where one
 * code stands for two rows that want different answers, so that no third neuron can tell them apart.
 */
export function codesOf(network: Network): readonly Row[] | null {
  const codes = new Map<string, Row>();
  for (const { code, wanted } of passes(network)) {
    const known = codes.get(code.join());
    if (known && known.y !== wanted) return null;
    codes.set(code.join(), { x: code, y: wanted });
  }
  return [...codes.values()];
}

/** How many rows are right. */
export const rightOf = (network: Network): number =>
  passes(network).filter(({ y, wanted }) => y === wanted).length;

/** Whether all are. */
export const holds = (network: Network): boolean => rightOf(network) === rows.length;

/** Its three neurons, the hidden ones first. */
export const neuronsOf = ({ hidden, output }: Network): readonly [Neuron, Neuron, Neuron] => [
  ...hidden,
  output,
];

/** The same network with one of its neurons replaced, counted as in `neuronsOf`. */
export function withNeuron(network: Network, place: number, neuron: Neuron): Network {
  const [first, second, output] = neuronsOf(network).map((old, i) => (i === place ? neuron : old));
  return {
    hidden: [first ?? network.hidden[0], second ?? network.hidden[1]],
    output: output ?? network.output,
  };
}
