import { bestOf } from '../neuron/margin';
import { cornerGates, gateOf, type CornerGate } from '../neuron/truth-table';
import type { Network } from './config';
import { holds } from './network';

/** A network of corner gates that is XOR. */
export interface Way {
  readonly hidden: readonly [CornerGate, CornerGate];
  readonly output: CornerGate;
}

export const networkOf = ({ hidden: [first, second], output }: Way): Network => ({
  hidden: [bestOf(first), bestOf(second)],
  output: bestOf(output),
});

const pairs = cornerGates.flatMap((first) => cornerGates.map((second) => [first, second] as const));

let found: readonly Way[] | null = null;

/**
 * All of them: 16 pairs of hidden gates in their order, each with the one output gate that goes with it. One of the two
 * must see a corner of the square, the other the corner across from it.
 */
export const ways = (): readonly Way[] =>
  (found ??= pairs.flatMap((hidden) =>
    cornerGates.map((output) => ({ hidden, output })).filter((way) => holds(networkOf(way))),
  ));

/** A way whatever the order of its hidden neurons: there are eight. */
export const nameOf = (hidden: readonly CornerGate[]): string =>
  [...hidden].sort((a, b) => cornerGates.indexOf(a) - cornerGates.indexOf(b)).join(' + ');

/** Of each way whatever its order the one with the hidden gate first that comes first in the list of gates. */
export const waysOnce = (): readonly Way[] =>
  ways().filter(({ hidden }) => hidden.join(' + ') === nameOf(hidden));

/** Which way a network takes; null: it is not XOR. No other hidden neurons than corner gates lead there. */
export function wayOf(network: Network): string | null {
  if (!holds(network)) return null;
  const hidden = network.hidden.map(gateOf);
  return hidden.every((gate) => gate !== null) ? nameOf(hidden) : null;
}
