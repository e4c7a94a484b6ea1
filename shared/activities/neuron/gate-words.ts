import type { Gate } from './truth-table';

/** Two inputs as they are written: those of the network, or what a hidden neuron says. */
export type Letters = readonly [string, string];
export const INPUTS: Letters = ['x₀', 'x₁'];
export const HIDDEN: Letters = ['h₁', 'h₂'];

/** A gate by its name, or as a formula where it has none: x₀ ∧ ¬x₁. The same in every language. */
export function gateWords(gate: Gate, [a, b]: Letters = INPUTS): string {
  const names: Readonly<Record<Gate, string>> = {
    ...{ not: 'NOT', and: 'AND', or: 'OR', nand: 'NAND', nor: 'NOR' },
    'x0-and-not-x1': `${a} ∧ ¬${b}`,
    'not-x0-and-x1': `¬${a} ∧ ${b}`,
    'not-x0-or-x1': `¬${a} ∨ ${b}`,
    'x0-or-not-x1': `${a} ∨ ¬${b}`,
  };
  return names[gate];
}
