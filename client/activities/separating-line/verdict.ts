import type { Measure } from '#shared/activities/separating-line/measure';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How many birds are on the wrong side, and of which. */
export default function verdict({ seen, unseen }: Measure): Verdict {
  const words = m.separating_line_verdict({
    ...{ seen: seen.wrong, of: seen.of },
    ...{ unseen: unseen.wrong, hidden: unseen.of },
  });
  return { title: null, words };
}
