import type { Measure } from '#shared/activities/class-network/measure';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { finePercent, percent } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** A class without any error would grow by more than everything. */
const LEAST_ERROR = 1e-4;

/** How much the class's error would grow without this line, and how well the class does. */
export default function verdict(measure: Measure, _view: unknown, locale: Locale): Verdict {
  const { accuracy, error, errorWithout } = measure;
  const grows = finePercent(Math.max(0, errorWithout - error) / Math.max(LEAST_ERROR, error), locale);
  return { title: null, words: m.class_network_verdict({ grows, accuracy: percent(accuracy) }) };
}
