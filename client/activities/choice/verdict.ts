import type { Measure } from '#shared/activities/choice/measure';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How many of the right ones, and how many others. */
export default function verdict({ hits, of, wrong }: Measure): Verdict {
  const right = m.choice_hits({ hits, of });
  return { title: null, words: wrong === 0 ? right : `${right} · ${m.choice_beside({ wrong })}` };
}
