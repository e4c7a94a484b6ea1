import type { Text } from '../../text';
import type { Mistake } from '../activity';
import { rowsOf } from '../neuron/truth-table';
import type { Config, Proof, Signs } from './config';
import { pairsRight } from './grade';

const says = {
  line: {
    it: 'è rimasto alla retta, e nessuna dà quattro righe',
    en: 'stayed with the line, and none has four rows',
  },
  swapped: {
    it: 'ha scambiato i segni: dove y* = 1 serve z ≥ 0',
    en: 'swapped the signs: where y* = 1, z ≥ 0 is needed',
  },
  sign: { it: 'ha sbagliato il segno di una disuguaglianza', en: 'got the sign of one inequality wrong' },
  signs: {
    it: 'ha sbagliato il segno di più disuguaglianze',
    en: 'got the signs of several inequalities wrong',
  },
  pairs: {
    it: 'ha sommato due disuguaglianze che non contraddicono le altre due',
    en: 'added two inequalities that do not contradict the other two',
  },
} as const satisfies Record<string, Text>;

type Name = keyof typeof says;

const rows = rowsOf('xor');

function nameOf({ signs, pairs }: Proof): Name | null {
  if (signs === null) return 'line';
  return signsName(signs) ?? (pairs === null || pairsRight(pairs) ? null : 'pairs');
}

function signsName(signs: Signs): Name | null {
  const wrong = signs.filter((sign, i) => sign !== rows[i]?.y).length;
  if (wrong === 0) return null;
  if (wrong === rows.length) return 'swapped';
  return wrong === 1 ? 'sign' : 'signs';
}

/** The first part that went wrong. A proof that only is not finished is none. */
export function mistakes(_config: Config, proof: Proof): readonly Mistake[] {
  const id = nameOf(proof);
  return id ? [{ id, why: says[id] }] : [];
}
