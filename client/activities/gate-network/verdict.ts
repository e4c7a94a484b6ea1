import type { Measure } from '#shared/activities/gate-network/grade';
import * as m from '../../i18n/generated/messages.js';
import { percent } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** How many rows and, where weights were set by hand, how much room the narrowest neuron leaves. */
export default function verdict({ right, of, room }: Measure): Verdict {
  const rows = m.neuron_rows({ right, of });
  const full = room === null || room > 0.999;
  return { title: null, words: full ? rows : `${rows} · ${m.neuron_room({ share: percent(room) })}` };
}
