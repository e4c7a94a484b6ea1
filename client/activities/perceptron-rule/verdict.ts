import type { Measure } from '#shared/activities/perceptron-rule/grade';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How many decisions of the eight. */
export default function verdict({ right, of }: Measure): Verdict {
  return { title: null, words: m.perceptron_rule_verdict({ right, of }) };
}
