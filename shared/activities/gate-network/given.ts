import { rng, type Seed } from '../../rng';
import { bestOf } from '../neuron/margin';
import { cornerGates, type CornerGate } from '../neuron/truth-table';
import { UNSET, type Config, type Network } from './config';
import { withNeuron } from './network';

/** A hidden neuron that stands already: the first or the second, and what it does. */
export interface Given {
  readonly place: 0 | 1;
  readonly gate: CornerGate;
}

/** Each seat's own: sixteen in all, and with each of them two ways lead to XOR. */
export function givenTo({ given }: Config, seat: Seed | null): Given | null {
  if (!given || seat === null) return null;
  const random = rng(seat, 'gate-network');
  return {
    place: random.below(2) === 0 ? 0 : 1,
    gate: cornerGates[random.below(cornerGates.length)] ?? 'or',
  };
}

/** A network with what is given in its place, whatever it says there: that is not the student's to choose. */
export const standing = (given: Given | null, network: Network): Network =>
  given ? withNeuron(network, given.place, bestOf(given.gate)) : network;

/** The network before anybody chose anything. */
export const startWith = (given: Given | null): Network =>
  standing(given, { hidden: [UNSET, UNSET], output: UNSET });
