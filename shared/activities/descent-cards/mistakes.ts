import type { Text } from '../../text';
import type { Mistake } from '../activity';
import type { Config, Submission } from './config';
import { fateOf, type Card } from './fate';
import type { Fate } from './fates';

/** What goes wrong with a card, by its name. */
export const says = {
  faster: {
    it: 'un η grande non fa solo arrivare prima: se ηa supera 1 si salta oltre il minimo',
    en: 'a big η does more than get there sooner: above ηa = 1 it jumps past the minimum',
  },
  small: {
    it: 'un η piccolo non basta: conta ηa, e dove è ripido il passo è lungo lo stesso',
    en: 'a small η is not enough: ηa counts, and where it is steep the step is long all the same',
  },
  shrinks: {
    it: 'rimbalza e si ferma: ηa è meno di 2, quindi ogni salto è più corto di quello prima',
    en: 'it bounces and settles: ηa is below 2, so each jump is shorter than the one before',
  },
  grows: {
    it: 'rimbalza ma non si ferma: ηa supera 2, quindi ogni salto è più lungo di quello prima',
    en: 'it bounces but does not settle: ηa is above 2, so each jump is longer than the one before',
  },
  calm: {
    it: 'non passa dall’altra parte: ηa è meno di 1, quindi ogni passo si ferma prima del minimo',
    en: 'it does not cross over: ηa is below 1, so each step stops short of the minimum',
  },
} as const satisfies Record<string, Text>;

export type Slip = keyof typeof says;

/** From here on an η looks big, in hundredths. */
const BIG = 100;

/** What was wrong with an answer to a card; null: it was right. */
export function slipOf(card: Card, said: Fate): Slip | null {
  const fate = fateOf(card);
  if (said === fate) return null;
  if (fate === 'smooth') return 'calm';
  if (said === 'smooth') return card.eta >= BIG ? 'faster' : 'small';
  return fate === 'bounces' ? 'shrinks' : 'grows';
}

/** Each slip once, in the order in which they were made. */
export function mistakes({ cards }: Config, { answers }: Submission): readonly Mistake[] {
  const slips = answers.flatMap(({ card, fate }) => {
    const asked = cards[card];
    return (asked && slipOf(asked, fate)) ?? [];
  });
  return [...new Set(slips)].map((id) => ({ id, why: says[id] }));
}
