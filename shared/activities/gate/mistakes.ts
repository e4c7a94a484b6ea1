import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import { fires, type Neuron } from '../neuron/neuron';
import { cornerOf, rowsOf, type Gate } from '../neuron/truth-table';
import type { Config } from './config';
import { byConditions, gateFor } from './own';

const says = {
  never: { it: 'non si accende mai', en: 'it never fires' },
  always: { it: 'si accende sempre, qualunque sia l’ingresso', en: 'it always fires, whatever the input' },
  side: {
    it: 'la retta separa, ma il neurone si accende dalla parte sbagliata',
    en: 'the line separates, but the neuron fires on the wrong side of it',
  },
  'is-and': { it: 'questo è un AND: vuole tutti e due gli 1', en: 'this is an AND: it asks for both 1s' },
  'is-or': { it: 'questo è un OR: gli basta un 1 solo', en: 'this is an OR: a single 1 is enough for it' },
  'wants-both': {
    it: 'vuole tutte e due le condizioni: ne basta una',
    en: 'it asks for both conditions: one is enough',
  },
  'wants-one': {
    it: 'si accontenta di una condizione: ne servono due',
    en: 'it is content with one condition: it takes both',
  },
  'one-input': { it: 'guarda soltanto uno dei due ingressi', en: 'it looks at one of the two inputs only' },
  sign: { it: 'un peso ha il segno sbagliato', en: 'one weight has the wrong sign' },
} as const satisfies Record<string, Text>;

type Name = keyof typeof says;
type Joined = 'not' | 'and' | 'or';

/**
 * What a neuron built instead of each gate, by what it says row by row, for conditions that a gate joins by AND or OR.
 * Rows that are not here have no name. `sign`: a row with a 1 more is told apart from the one without it the wrong way
 * round, which only a weight of the wrong sign does.
 */
const instead: Readonly<Record<Joined, Readonly<Record<string, Name>>>> = {
  not: { '00': 'never', '11': 'always', '01': 'side' },
  and: {
    ...{ '0000': 'never', '1111': 'always', '1110': 'side', '0111': 'wants-one' },
    ...{ '0011': 'one-input', '0101': 'one-input', '0010': 'sign', '0100': 'sign' },
  },
  or: {
    ...{ '0000': 'never', '1111': 'always', '1000': 'side', '0001': 'wants-both' },
    ...{ '0011': 'one-input', '0101': 'one-input', '1011': 'sign', '1101': 'sign' },
  },
};

/** AND and OR themselves are known by their names. */
const plain: Readonly<Partial<Record<Gate, Readonly<Partial<Record<Name, Name>>>>>> = {
  and: { 'wants-one': 'is-or' },
  or: { 'wants-both': 'is-and' },
};

function joinedBy(gate: Gate): Joined {
  if (gate === 'not') return 'not';
  return cornerOf[gate].says === 1 ? 'and' : 'or';
}

export function mistakes(
  config: Config,
  neuron: Neuron,
  { seat }: Pick<Evidence, 'seat'>,
): readonly Mistake[] {
  const gate = gateFor(config, seat);
  const said = rowsOf(gate).map(({ x }) => fires(neuron, x));
  const name = instead[joinedBy(gate)][byConditions(gate, said)];
  const id = name && (plain[gate]?.[name] ?? name);
  return id ? [{ id, why: says[id] }] : [];
}
