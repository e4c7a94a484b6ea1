import type { LoggedEvent } from '#shared/session/events';
import { Answers, orderOf, type Submitted } from './history/answers';
import type { Finding } from './history/finding';
import { shownWrongly } from './history/screens';
import type { PhoneHistory } from './history/told';

/** A class's history held against the log: what is wrong, a sentence each, and how many answers that concerns. */
export interface Verdict {
  readonly acked: number;
  readonly lost: number;
  readonly doubled: number;
  readonly findings: readonly string[];
}

const submittedIn = (log: readonly LoggedEvent[]): Submitted[] =>
  log.flatMap((record) => (record.event.type === 'submitted' ? [{ ...record, event: record.event }] : []));

/** Holds what phones were told and shown against the log of their session. `names` is the personal table. */
export function verify(
  phones: readonly PhoneHistory[],
  log: readonly LoggedEvent[],
  names: (row: string) => string,
): Verdict {
  const ledger = new Answers(submittedIn(log));
  const verdicts = [
    ...orderOf(log),
    ...phones.flatMap((phone) => phone.sent.flatMap((sent) => ledger.judge(phone.seat, sent))),
    ...ledger.unsent(phones),
    ...shownWrongly(phones, log, names),
  ];
  const count = (kind: Finding['kind']) => verdicts.filter((one) => one.kind === kind).length;
  return {
    acked: phones.flatMap(({ sent }) => sent).filter(({ told }) => told?.ok).length,
    lost: count('lost'),
    doubled: count('doubled'),
    findings: verdicts.map(({ sentence }) => sentence),
  };
}
