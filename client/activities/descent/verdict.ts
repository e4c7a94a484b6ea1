import type { Measure } from '#shared/activities/descent/grade';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { decimal } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** How many times nearer to the minimum, or that the ball ran away. */
export default function verdict({ nearer, best }: Measure, _view: unknown, locale: Locale): Verdict {
  const times = (factor: number) => decimal(factor, locale, factor < 10 ? 1 : 0);
  if (nearer === null) return { title: null, words: m.descent_ran() };
  return { title: null, words: m.descent_nearer({ times: times(nearer), best: times(best) }) };
}
