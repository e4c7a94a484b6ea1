import type { Answer } from '#shared/activities/descent-cards/config';
import { fateOf } from '#shared/activities/descent-cards/fate';
import type { View } from '#shared/activities/descent-cards/view';
import type { JudgedDecision } from '../kit/series';
import { etaOf } from './formula';
import { nameOf } from './names';

/** Each answer beside what the ball did. */
export const judgedIn = (cards: View['cards'], answers: readonly Answer[]): readonly JudgedDecision[] =>
  answers.flatMap(({ card, fate }) => {
    const asked = cards.find((one) => one.card === card);
    if (!asked) return [];
    const right = fateOf(asked);
    return {
      asked: `a = ${asked.a}, η = ${etaOf(asked)}`,
      right: nameOf[right](),
      own: fate === right ? null : nameOf[fate](),
    };
  });
