import type { ErrorCode } from '#shared/errors';
import { ok, type Result } from '#shared/result';
import type { Still } from '#shared/session/replayed';

/** Where the still after an event comes from. */
export type Stills = (seq: number) => Promise<Result<Still, ErrorCode>>;

/** Stills that are at hand when one goes back and forth. */
const KEPT = 300;

/** `ask`, with the latest answers remembered. */
export function remembered(ask: Stills): Stills {
  const seen = new Map<number, Still>();
  const keep = (seq: number, still: Still) => {
    seen.set(seq, still);
    const [oldest] = seen.keys();
    if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
  };
  return async (seq) => {
    const known = seen.get(seq);
    if (known) return ok(known);
    const answer = await ask(seq);
    if (answer.ok) keep(seq, answer.value);
    return answer;
  };
}
