import type { Reading } from '../../live/countdown';
import { leftWords } from '../../live/time-left';
import * as m from '../../i18n/generated/messages.js';

/** Below so many ms nobody needs a figure to hurry. */
const LAST = 10_000;

/** Words for the time left. */
export function timeWords({ at, left }: Reading): string {
  switch (at) {
    case 'reading':
      return m.screen_reading();
    case 'frozen':
      return m.screen_frozen();
    case 'over':
      return m.screen_over();
    case 'running':
      return left > LAST ? m.screen_left({ time: leftWords(left) }) : m.screen_last();
  }
}
