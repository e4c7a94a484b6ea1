import { rateWords } from './rate-words';
import { ownExponent, costsOf, wayAt } from './ways';
import type { View } from '#shared/activities/descent/view';
import * as m from '../../i18n/generated/messages.js';
import type { CostCurve } from './curves';

/** A curve of the chart, and what the legend says of it. */
export interface Compared extends CostCurve {
  readonly words: string;
}

/** How far from the best η the two others are that are shown beside it, in places of the slider: a tenth, and a fourth more. */
const SMALL = 50;
const LARGE = 5;

/** The best η between one that is too small and one that is too large, with their values in this valley. */
export function comparedWith(view: View, best: number): readonly Compared[] {
  const curve = (look: CostCurve['look'], level: number, words: (inputs: { rate: string }) => string) => ({
    look,
    costs: costsOf(view, wayAt(view, level)),
    words: words({ rate: rateWords(ownExponent(view, level)) }),
  });
  return [
    curve('small', best - SMALL, m.descent_small),
    curve('large', best + LARGE, m.descent_large),
    curve('best', best, m.descent_best),
  ];
}
