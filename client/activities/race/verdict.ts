import type { Measure } from '#shared/activities/race/measure';
import type { View } from '#shared/activities/race/view';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { figureWords } from './figure-words';
import { finePercent, percent } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** A race is not right or wrong: it has an accuracy, and every accuracy is one on some points. */
export default function verdict(
  { accuracy, worth, left }: Measure,
  view: Pick<View, 'family'>,
  locale: Locale,
): Verdict {
  return {
    title: figureWords(view.family).verdict({ accuracy: finePercent(accuracy, locale) }),
    words: m.race_verdict_worth({ worth: percent(worth), left: percent(left) }),
  };
}
