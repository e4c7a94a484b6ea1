import type { Measure } from '#shared/activities/line-fit/grade';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';
import { squared } from './squared';

/** The mean squared error on penguins that nobody saw, beside the best line's. */
export default function verdict({ error, least }: Measure, _view: unknown, locale: Locale): Verdict {
  const words = m.line_fit_verdict({ error: squared(error, locale), least: squared(least, locale) });
  return { title: null, words };
}
