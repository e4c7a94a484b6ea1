import type { Text } from '../../text';
import type { Mistake } from '../activity';
import { fires, type Neuron } from '../neuron/neuron';
import { rowsOf, type Gate } from '../neuron/truth-table';
import type { Config } from './config';

const says = {
  never: { it: 'non si accende mai', en: 'it never fires' },
  always: { it: 'si accende sempre, qualunque sia l’ingresso', en: 'it always fires, whatever the input' },
  side: {
    it: 'la retta separa, ma il neurone si accende dalla parte sbagliata',
    en: 'the line separates, but the neuron fires on the wrong side of it',
  },
  'is-and': { it: 'questo è un AND: vuole tutti e due gli 1', en: 'this is an AND: it asks for both 1s' },
  'is-or': { it: 'questo è un OR: gli basta un 1 solo', en: 'this is an OR: a single 1 is enough for it' },
  'one-input': { it: 'guarda soltanto uno dei due ingressi', en: 'it looks at one of the two inputs only' },
  sign: { it: 'un peso ha il segno sbagliato', en: 'one weight has the wrong sign' },
} as const satisfies Record<string, Text>;

/**
 * What a neuron built instead of each gate, by what it says row by row. Rows that are not here have no name. `sign`: a
 * row with a 1 more is told apart from the one without it the wrong way round, which only a negative weight does.
 */
const instead: Readonly<Record<Gate, Readonly<Record<string, keyof typeof says>>>> = {
  not: { '00': 'never', '11': 'always', '01': 'side' },
  and: {
    ...{ '0000': 'never', '1111': 'always', '1110': 'side', '0111': 'is-or' },
    ...{ '0011': 'one-input', '0101': 'one-input', '0010': 'sign', '0100': 'sign' },
  },
  or: {
    ...{ '0000': 'never', '1111': 'always', '1000': 'side', '0001': 'is-and' },
    ...{ '0011': 'one-input', '0101': 'one-input', '1011': 'sign', '1101': 'sign' },
  },
};

export function mistakes({ gate }: Config, neuron: Neuron): readonly Mistake[] {
  const said = rowsOf(gate).map(({ x }) => fires(neuron, x));
  const id = instead[gate][said.join('')];
  return id ? [{ id, why: says[id] }] : [];
}
