import type { Config, Submission } from './config';
import type { Card } from './fate';
import { fates, type Fate } from './fates';

/** A card, and its place in the configuration. */
export interface Dealt extends Card {
  readonly card: number;
}

/** The cards: what becomes of each ball is for the student to say. */
export interface View {
  readonly cards: readonly Dealt[];
}

/** How many students gave each answer, card by card in the order of the configuration. */
export interface Summary {
  readonly cards: readonly Readonly<Record<Fate, number>>[];
}

export const view = ({ cards }: Config): View => ({
  cards: cards.map((one, card) => ({ ...one, card })),
});

/** Whoever has a card can work out what becomes of its ball. */
export const reveal = (): null => null;

const none = (): Record<Fate, number> => ({ smooth: 0, bounces: 0, away: 0 });

export const emptySummary = ({ cards }: Config): Summary => ({ cards: cards.map(none) });

export function addToSummary(_config: Config, { cards }: Summary, { answers }: Submission): Summary {
  return {
    cards: cards.map((counts, card) => {
      const said = answers.find((answer) => answer.card === card)?.fate;
      return said === undefined ? counts : { ...counts, [said]: counts[said] + 1 };
    }),
  };
}

/** How many answered a card. */
export const answersTo = (counts: Readonly<Record<Fate, number>>): number =>
  fates.reduce((sum, fate) => sum + counts[fate], 0);
