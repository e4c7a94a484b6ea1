import type { Measure } from '#shared/activities/xor-proof/measure';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** How far the proof got, part by part. */
export default function verdict({ of, line, signs, pairs }: Measure): Verdict {
  const parts = [
    line === null ? null : m.xor_proof_verdict_line({ right: line, of }),
    signs === null ? m.xor_proof_verdict_no_signs() : m.xor_proof_verdict_signs({ right: signs, of }),
    signs === null ? null : sums(signs === of, pairs),
  ];
  return { title: null, words: parts.filter((part) => part !== null).join(' · ') };
}

function sums(follow: boolean, pairs: boolean | null): string {
  if (pairs === null) return m.xor_proof_verdict_no_sums();
  return pairs && follow ? m.xor_proof_verdict_closed() : m.xor_proof_verdict_open();
}
