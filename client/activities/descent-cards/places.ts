import type { Answer } from '#shared/activities/descent-cards/config';
import type { Dealt } from '#shared/activities/descent-cards/view';
import type { Fate } from '#shared/activities/descent-cards/fates';

/** Where a student is: in front of a card, or looking at what became of its ball. */
export interface Place {
  readonly card: Dealt;
  /** From 1. */
  readonly number: number;
  /** Null: not answered yet. */
  readonly said: Fate | null;
  readonly isLast: boolean;
}

/** `left`: how many cards the student has gone on from. */
export function placeOf(cards: readonly Dealt[], answers: readonly Answer[], left: number): Place | null {
  const at = Math.min(left, cards.length - 1);
  const card = cards[at];
  return card
    ? { card, number: at + 1, said: answers[at]?.fate ?? null, isLast: at === cards.length - 1 }
    : null;
}
