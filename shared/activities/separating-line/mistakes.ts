import type { Text } from '../../text';
import type { Mistake } from '../activity';
import type { Config, Line } from './config';
import { split } from './data';
import { balancedError, firesAt, missed, pointOf, type Birds } from './line';
import { parOf } from './marks';
import { ownSays } from './own-mistakes';
import { isRight } from './score';

const says = {
  'one-side': {
    it: 'tutti i pinguini stanno dalla stessa parte della retta',
    en: 'all the penguins are on the same side of the line',
  },
  side: { it: 'si accende dalla parte degli Adelia', en: 'it fires on the side of the Adelies' },
  seen: {
    it: 'va bene per i pinguini che si vedevano, non per gli altri',
    en: 'good for the penguins in sight, not for the others',
  },
  adelie: { it: 'lascia degli Adelia in mezzo ai Gentoo', en: 'it leaves some Adelies among the Gentoos' },
  gentoo: { it: 'lascia dei Gentoo in mezzo agli Adelia', en: 'it leaves some Gentoos among the Adelies' },
  both: {
    it: 'taglia in due sia gli Adelia sia i Gentoo',
    en: 'it cuts through the Adelies and through the Gentoos',
  },
} as const satisfies Record<string, Text>;

export type MistakeId = keyof typeof says;

/** A line with its sides swapped that leaves so few on the wrong one was a good line, looked at the wrong way round. */
const SWAPPED = 0.25;

const sameForAll = (line: Line, birds: Birds) =>
  new Set(birds.y.map((_, i) => firesAt(line, pointOf(birds, i)))).size === 1;

/** By the hidden birds, as the grade is. */
export function mistakes(config: Config, line: Line): readonly Mistake[] {
  const { shown, hidden } = split(config);
  const [error, par] = [balancedError(line, hidden), parOf(config)];
  if (isRight(error, par)) return [];
  const id = nameOf(line, hidden, error, isRight(balancedError(line, shown), par));
  return [{ id, why: config.data === 'own' ? ownSays(id, config.classes) : says[id] }];
}

function nameOf(line: Line, hidden: Birds, error: number, seen: boolean): MistakeId {
  if (sameForAll(line, hidden)) return 'one-side';
  if (1 - error <= SWAPPED) return 'side';
  if (seen) return 'seen';
  const { zeros, ones } = missed(line, hidden);
  if (ones === 0) return 'adelie';
  return zeros === 0 ? 'gentoo' : 'both';
}
