import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import { gateOf } from '../neuron/truth-table';
import type { Config, Network } from './config';
import { givenTo, standing } from './given';
import { codesOf, holds, passes } from './network';

const says = {
  'or-and-or': {
    it: 'OR e AND messi insieme con un OR danno ancora OR: la riga (1, 1) va esclusa',
    en: 'OR and AND joined by OR are OR once more: row (1, 1) must be taken out',
  },
  idle: {
    it: 'un neurone nascosto dice sempre la stessa cosa',
    en: 'one hidden neuron always says the same',
  },
  mixed: {
    it: 'due righe con risposte diverse arrivano all’uscita con lo stesso codice',
    en: 'two rows with different answers reach the output with the same code',
  },
  again: {
    it: 'all’uscita arriva di nuovo XOR: i neuroni nascosti non hanno cambiato niente',
    en: 'the output has a XOR before it once more: the hidden ones have changed nothing',
  },
  output: {
    it: 'i due neuroni nascosti vanno bene, manca l’uscita che li mette insieme',
    en: 'the two hidden ones are fine, the output does not put them together',
  },
} as const satisfies Record<string, Text>;

const idle = (network: Network): boolean =>
  [0, 1].some((place) => new Set(passes(network).map(({ code }) => code[place])).size === 1);

/** Two of the codes that occur want 1 or 0 across from each other, and all four occur. */
const again = (codes: readonly unknown[]): boolean => codes.length === 4;

function nameOf(network: Network): keyof typeof says {
  const hidden = network.hidden.map(gateOf);
  if (hidden.includes('or') && hidden.includes('and') && gateOf(network.output) === 'or') return 'or-and-or';
  if (idle(network)) return 'idle';
  const codes = codesOf(network);
  if (codes === null) return 'mixed';
  return again(codes) ? 'again' : 'output';
}

export function mistakes(
  config: Config,
  submitted: Network,
  { seat }: Pick<Evidence, 'seat'>,
): readonly Mistake[] {
  const network = standing(givenTo(config, seat), submitted);
  if (holds(network)) return [];
  const id = nameOf(network);
  return [{ id, why: says[id] }];
}
