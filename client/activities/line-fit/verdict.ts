import type { Measure } from '#shared/activities/line-fit/grade';
import type { View } from '#shared/activities/line-fit/view';
import { inLanguage, type Locale } from '#shared/text';
import type { Labels } from '#shared/tables/own';
import * as m from '../../i18n/generated/messages.js';
import { decimal } from '../kit/numbers';
import type { Verdict } from '../verdicts';
import { squareDigits, squaredUnit, squareOf } from './squares';
import { squared } from './squared';

/** The mean squared error on penguins that nobody saw, beside the best line's. */
export default function verdict({ error, least }: Measure, view: View, locale: Locale): Verdict {
  if (view.data === 'own') return { title: null, words: own({ error, least }, view.labels, locale) };
  const words = m.line_fit_verdict({ error: squared(error, locale), least: squared(least, locale) });
  return { title: null, words };
}

function own({ error, least }: Pick<Measure, 'error' | 'least'>, { y }: Labels, locale: Locale): string {
  const unit = squaredUnit(y.unit ? inLanguage(y.unit, [locale]) : '');
  const write = (square: number) => decimal(squareOf(y, square), locale, squareDigits(y)) + unit;
  return m.line_fit_own_verdict({ error: write(error), least: write(least) });
}
