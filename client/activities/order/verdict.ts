import type { Measure } from '#shared/activities/order/grade';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How many pairs stand in their order. */
export default function verdict({ right, of }: Measure): Verdict {
  return { title: null, words: m.order_pairs({ right, of }) };
}
