import { weightedSum, type Neuron } from './neuron';
import { cornerGates, cornerOf, type CornerGate, type Gate } from './truth-table';

/** The widest margin that any line reaches around a corner of the square: a quarter of its diagonal. */
export const CORNER_MARGIN = Math.sqrt(2) / 4;

/** The widest margin of each gate, in units of the inputs: for NOT half of the way from 0 to 1. */
export const widestOf = (gate: Gate): number => (gate === 'not' ? 1 / 2 : CORNER_MARGIN);

/**
 * The distance of the nearest of some inputs from the line, in units of the inputs. A neuron whose weights are all 0 has
 * no line: NaN.
 */
export function margin(inputs: readonly (readonly number[])[], neuron: Neuron): number {
  const length = Math.sqrt(neuron.w.reduce((sum, w) => sum + w * w, 0));
  return Math.min(...inputs.map((x) => Math.abs(weightedSum(neuron, x)))) / length;
}

/** Fires, in tenths, where `says` is 1 at its corner alone: each weight towards it, the line half a unit before it. */
function around(gate: CornerGate): Neuron {
  const { at, says } = cornerOf[gate];
  const turn = says === 1 ? 1 : -1;
  const w = at.map((bit) => turn * (bit === 1 ? 10 : -10));
  const ones = at.filter((bit) => bit === 1).length;
  return { w, b: turn * (5 - 10 * ones) };
}

const widest: Readonly<Record<Gate, Neuron>> = {
  not: { w: [-10], b: 5 },
  ...(Object.fromEntries(cornerGates.map((gate) => [gate, around(gate)])) as Record<CornerGate, Neuron>),
};

/** The neuron with the widest margin, with the smallest whole weights, in tenths. */
export const bestOf = (gate: Gate): Neuron => widest[gate];
