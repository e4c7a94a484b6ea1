import type { Measure } from '#shared/activities/numeric/measure';
import type { View } from '#shared/activities/numeric/view';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';
import { measured, written } from './figure';

/** How far from the answer, and on which side of it. */
export default function verdict(
  { answer, off }: Measure,
  { unit }: Pick<View, 'unit'>,
  locale: Locale,
): Verdict {
  if (off === 0) return { title: null, words: null };
  const by = written(Math.abs(off), locale);
  const right = measured(answer, unit, locale);
  return { title: null, words: off > 0 ? m.numeric_over({ by, right }) : m.numeric_under({ by, right }) };
}
