import type { Measure } from '#shared/activities/descent-cards/grade';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How many cards of all. */
export default function verdict({ right, of }: Measure): Verdict {
  return { title: null, words: m.descent_cards_verdict({ right, of }) };
}
