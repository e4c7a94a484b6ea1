import type { ErrorCode } from '#shared/errors';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { Heard, Waited } from '../faults/heard';
import type { OpenSpan } from './lesson';

/**
 * What a phone that does nothing wrong may be told while servers die: that its step is closed, that it has answered or
 * tried too often, and that it shall ask once more. Anything else sends somebody away who belongs there.
 */
const RIGHTLY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(['step-not-open', 'too-late', 'already-answered', 'no-attempts-left'] as const),
  ...(['too-fast', 'too-many-seats', 'storage-failed', 'server-moved', 'server-stopping'] as const),
]);

/** Who was told something, and by which seat it is known. */
export interface Listener {
  readonly seat: SeatId;
  readonly heard: Pick<Heard, 'codes' | 'backwards' | 'waits'>;
}

/** How often each code was given to any of them. */
export function codesOf(listeners: readonly Listener[]): ReadonlyMap<ErrorCode, number> {
  const all = new Map<ErrorCode, number>();
  for (const [code, times] of listeners.flatMap(({ heard }) => [...heard.codes]))
    all.set(code, (all.get(code) ?? 0) + times);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What phones were told or shown and should not have been, a sentence each. */
export function toldWrongly(
  listeners: readonly Listener[],
  log: readonly LoggedEvent[],
  spans: readonly OpenSpan[],
): string[] {
  return listeners.flatMap(({ seat, heard }) => [
    ...[...heard.codes]
      .filter(([code]) => !RIGHTLY.has(code))
      .map(([code, times]) => `${seat} was told ${code} (${times})`),
    ...heard.backwards.map(({ shown, then }) => `${seat} was shown ${then} after ${shown}`),
    ...heard.waits.flatMap((wait) => refusedWrongly(seat, wait, log, spans)),
  ]);
}

/** A step that was open all the time was said to be closed; or somebody has answered of whom the log has no answer. */
function refusedWrongly(
  seat: SeatId,
  { ack, step, sent, told }: Waited,
  log: readonly LoggedEvent[],
  spans: readonly OpenSpan[],
): string[] {
  if (ack.ok) return [];
  const closed = ack.code === 'step-not-open' || ack.code === 'too-late';
  const span = spans.find((one) => one.step === step && one.from <= sent && told <= one.to);
  if (closed && span) return [`${seat} was told ${ack.code} while step ${step} was open`];
  const answered = () =>
    log.some(({ event }) => event.type === 'submitted' && event.seat === seat && event.step === step);
  const had = ack.code === 'already-answered' || ack.code === 'no-attempts-left';
  return had && !answered() ? [`${seat} was told ${ack.code} in step ${step}, and has not answered`] : [];
}
