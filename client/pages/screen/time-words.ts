import type { Reading } from '../../live/countdown';
import * as m from '../../i18n/generated/messages.js';

/** Words for the time left, coarse on purpose: a number that changes every second is all that one would look at. */
export function timeWords({ at, left }: Reading): string {
  switch (at) {
    case 'reading':
      return m.screen_reading();
    case 'frozen':
      return m.screen_frozen();
    case 'over':
      return m.screen_over();
    case 'running':
      return running(Math.ceil(left / 1_000));
  }
}

function running(seconds: number): string {
  if (seconds > 120) return m.screen_left_minutes({ minutes: Math.ceil(seconds / 60) - 1 });
  if (seconds > 10) return m.screen_left({ seconds: Math.ceil(seconds / 10) * 10 });
  return m.screen_last();
}
