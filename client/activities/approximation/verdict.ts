import type { Measure } from '#shared/activities/approximation/grade';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { decimal } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** The largest distance between sum and curve, beside that of the right S curves. */
export default function verdict({ error, at, best }: Measure, _view: unknown, locale: Locale): Verdict {
  const fine = (value: number) => decimal(value, locale, 2);
  return {
    title: null,
    words: m.approximation_verdict({ error: fine(error), at: fine(at), best: fine(best) }),
  };
}
