import type { Measure } from '#shared/activities/gate/grade';
import * as m from '../../i18n/generated/messages.js';
import { percent } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** How many rows and, once all are right, how much room the line leaves to the points: that is what scores then. */
export default function verdict({ right, of, room }: Measure): Verdict {
  const rows = m.neuron_rows({ right, of });
  return {
    title: null,
    words: room === null ? rows : `${rows} · ${m.neuron_room({ share: percent(room) })}`,
  };
}
