import { isDeepStrictEqual } from 'node:util';
import type { ErrorCode } from '#shared/errors';
import type { Review } from '#shared/session/review';
import type { Written } from '../faults/hall';
import { verify } from '../faults/history';
import type { PhoneHistory } from '../faults/history/told';
import { runsHeldAgainst } from '../faults/scored';
import { amiss } from '../load/held-against-log';
import type { Taught } from './lesson';
import { codesOf, toldWrongly, type Listener } from './refusals';

/** One session, as everybody saw it and as it is written. */
export interface Seen {
  readonly histories: readonly PhoneHistory[];
  readonly listeners: readonly Listener[];
  readonly taught: Taught;
  readonly review: Review;
  readonly written: Written;
}

export interface Judgement {
  readonly acked: number;
  readonly lost: number;
  readonly doubled: number;
  readonly events: number;
  /** Boards that were held against the log, of desks and projectors. */
  readonly boards: number;
  readonly codes: ReadonlyMap<ErrorCode, number>;
  /** What is wrong, a sentence each; none: nothing is. */
  readonly findings: readonly string[];
}

/** Holds what a session's phones, desk and projector were told and shown against its log. */
export function judged({ histories, listeners, taught, review, written }: Seen): Judgement {
  const { events, names } = written;
  const { acked, lost, doubled, findings } = verify(histories, events, names);
  return {
    ...{ acked, lost, doubled, events: events.length },
    boards: taught.steps.length + taught.projected.length,
    codes: codesOf(listeners),
    findings: [
      ...findings,
      ...amiss(events, { ...taught, review }),
      ...projectedOtherwise(taught),
      ...toldWrongly(listeners, events, taught.spans),
      ...runsHeldAgainst(histories, events).findings,
    ],
  };
}

/** The projector's boards are those of the desk, which are held against the log. */
const projectedOtherwise = ({ steps, projected }: Taught): string[] =>
  steps
    .filter(({ step, top }) => !isDeepStrictEqual(projected.find((one) => one.step === step)?.top, top))
    .map(({ step }) => `the projector's board after step ${step + 1} was another one than the desk's`);
