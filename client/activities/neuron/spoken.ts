import { gateWords, INPUTS, type Letters } from '#shared/activities/neuron/gate-words';
import type { Gate } from '#shared/activities/neuron/truth-table';
import * as m from '../../i18n/generated/messages.js';

/** A gate that has no name is a formula, in signs that somebody has to explain. */
export const isFormula = (gate: Gate): boolean => gate.includes('x0');

/** A gate as it is read out: no screen reader says ¬, ∧ and ∨. */
export function gateSpoken(gate: Gate, letters: Letters = INPUTS): string {
  const [a, b] = letters;
  switch (gate) {
    case 'x0-and-not-x1':
      return m.neuron_and_not({ a, b });
    case 'not-x0-and-x1':
      return m.neuron_not_and({ a, b });
    case 'not-x0-or-x1':
      return m.neuron_not_or({ a, b });
    case 'x0-or-not-x1':
      return m.neuron_or_not({ a, b });
    default:
      return gateWords(gate, letters);
  }
}
