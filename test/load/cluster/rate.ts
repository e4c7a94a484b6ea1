import type { Player } from '../../support/player';
import { quantile } from '../figures';
import { pause } from '../phases';

/** How a rate went: answers a second that were to be sent and that were acked in time; ms from when each was due. */
export interface Reached {
  readonly rate: number;
  readonly acked: number;
  readonly p50: number;
  readonly p95: number;
  /** Why answers were not taken, and how often. */
  readonly refused: Readonly<Record<string, number>>;
}

interface Given {
  readonly step: number;
  readonly lasts: number;
}

/** How long after the end of a rate an ack is still waited for, ms. */
const LAST_CALL = 2_000;

/**
 * Phones answer in turn, evenly, at `rate` answers a second: each when it is due, whether the ones before have their
 * acks or not. An answer without an ack counts as late.
 */
export async function answerAt(
  rate: number,
  phones: readonly Player[],
  { step, lasts }: Given,
  submission: (phone: Player) => unknown,
): Promise<Reached> {
  const began = performance.now();
  const waits: number[] = [];
  const refused: Record<string, number> = {};
  let acked = 0;
  const send = (phone: Player, due: number) =>
    void phone.command({ type: 'submit', step, submission: submission(phone) }).then((ack) => {
      const now = performance.now();
      waits.push(now - due);
      if (!ack.ok) refused[ack.code] = (refused[ack.code] ?? 0) + 1;
      else if (now - began <= lasts + LAST_CALL) acked += 1;
    });
  let sent = 0;
  for (; performance.now() - began < lasts; await pause(1)) {
    const now = performance.now();
    for (let due = began + (1_000 * sent) / rate; due <= now; due = began + (1_000 * sent) / rate) {
      send(phones[sent % phones.length] as Player, due);
      sent += 1;
    }
  }
  const until = performance.now() + LAST_CALL;
  while (waits.length < sent && performance.now() < until) await pause(10);
  const all = [...waits, ...Array<number>(sent - waits.length).fill(Infinity)];
  const seconds = lasts / 1_000;
  return { rate, acked: acked / seconds, p50: quantile(all, 0.5), p95: quantile(all, 0.95), refused };
}
