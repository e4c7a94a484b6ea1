import type { Measure } from '#shared/activities/conv-kernel/grade';
import * as m from '../../i18n/generated/messages.js';
import { percent } from '../kit/numbers';
import type { Verdict } from '../verdicts';

/** On how many of its own bars it fires, on how many other pictures, and on how many blobs. */
export default function verdict({ hits, alarms, blobs }: Measure): Verdict {
  const [own, others, filled] = [percent(hits), percent(alarms), percent(blobs)];
  return { title: null, words: m.conv_kernel_verdict({ hits: own, alarms: others, blobs: filled }) };
}
