import { rng, type Seed } from '../../rng';
import type { Neuron } from '../neuron/neuron';
import { cornerGates, cornerOf, type CornerGate, type Gate } from '../neuron/truth-table';
import type { Config } from './config';

const isCorner = (gate: Gate): gate is CornerGate => gate !== 'not';

/** The gate that a seat builds; where each has its own, the projector has AND. */
export function gateFor({ gate }: Config, seat: Seed | null): Gate {
  if (gate !== 'own') return gate;
  return seat === null ? 'and' : (cornerGates[rng(seat, 'gate').below(cornerGates.length)] ?? 'and');
}

/**
 * A neuron that was to be some corner gate, with the square turned until that gate is AND: an input that is 0 in the
 * corner counts the other way round, and where the corner is to be silent the neuron fires on the other side. A neuron
 * whose line runs through a point may lose it to the other side.
 */
export function asAnd(gate: Gate, neuron: Neuron): Neuron {
  if (!isCorner(gate)) return neuron;
  const { at, says } = cornerOf[gate];
  const sign = says === 1 ? 1 : -1;
  const flipped = neuron.w.map((weight, i) => (at[i] === 1 ? 0 : weight));
  return {
    w: neuron.w.map((weight, i) => sign * (at[i] === 1 ? weight : -weight) + 0),
    b: sign * flipped.reduce((b, weight) => b + weight, neuron.b) + 0,
  };
}

/** What a neuron says of the square's rows, in counting order of the conditions that its gate joins by AND or OR. */
export function byConditions(gate: Gate, said: readonly (0 | 1)[]): string {
  if (!isCorner(gate)) return said.join('');
  const { at, says } = cornerOf[gate];
  const flip = at.reduce<number>((mask, bit) => 2 * mask + (bit === says ? 0 : 1), 0);
  return said.map((_, row) => said[row ^ flip]).join('');
}
