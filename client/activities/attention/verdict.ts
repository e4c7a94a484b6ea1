import type { Measure } from '#shared/activities/attention/grade';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { whole } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** How much of the attention goes to the right words. */
export default function verdict({ shares, best }: Measure, _view: unknown, locale: Locale): Verdict {
  const [first = '', second = '', third] = shares.map((share) => whole(share, locale));
  const atBest = best.map((share) => whole(share, locale)).join(', ');
  return {
    title: null,
    words:
      third === undefined
        ? m.attention_verdict_roles({ who: first, does: second, best: atBest })
        : m.attention_verdict_pronouns({ her: first, him: second, them: third, best: atBest }),
  };
}
