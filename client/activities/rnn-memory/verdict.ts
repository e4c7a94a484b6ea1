import type { Measure } from '#shared/activities/rnn-memory/grade';
import type { View } from '#shared/activities/rnn-memory/view';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';
import { lengthsOf, ratesOf } from './latch';

/** How often the neuron was right at each length, and how often the latch is. */
export default function verdict({ own, latch }: Measure, { lengths }: View, _locale: Locale): Verdict {
  const words = { own: ratesOf(own), lengths: lengthsOf(lengths), latch: ratesOf(latch) };
  return { title: null, words: m.rnn_memory_verdict(words) };
}
